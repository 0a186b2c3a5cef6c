using System.Globalization;
using System.Text;
using CsCheck;
using TypedExec.Tests.Shells;
using TypedExec.Tests.Slurm;

namespace TypedExec.Remote.Tests.Slurm;

/// <summary>Whatever a command is given arrives byte for byte: 100 commands, or as many as <c>TYPEDEXEC_HOSTILE</c> says.</summary>
public sealed class SlurmHostileTests(SlurmFixture fixture)
{
    private static readonly Gen<string> Value = Gen.OneOf(HostileText.Text, Gen.Const(""), Gen.Const("-rf"), Gen.Const("--"));

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf("A", "_x", "PATHS", "IFS", "PWD", "UID", "LC_ALL", "PS1", "a.b", "a-b", "-u", "1", "OPTIND", "BASH_ENV", "é"),
        HostileText.Text.Select(static text => text.Replace("=", "", StringComparison.Ordinal)).Where(static text => text.Length > 0));

    private static readonly Gen<(string[] Args, (string, string)[] Env, string Input)> Case
        // The probe is a script, and dash does not start with an OPTIND that is not a number.
        = Gen.Select(Value.Array[0, 5], Gen.Select(Name.Where(static name => name != "OPTIND"), Value).Array[0, 3], Value);

    [Fact]
    public async Task Arguments_environment_directory_and_input_arrive_byte_for_byte()
    {
        var slurm = await fixture.StartAsync();
        var count = int.Parse(Environment.GetEnvironmentVariable("TYPEDEXEC_HOSTILE") ?? "100", CultureInfo.InvariantCulture);
        using var folder = new TempDirectory();
        var probe = folder.AddExecutable("probe", "#!/bin/sh\nprintf '%s\\0' \"$#\" \"$@\"\nprintf '%s\\0' \"$(pwd -P)\"\nenv -0 >&2\ncat\n");
        var cases = new List<(string[] Args, Dictionary<string, string> Env, string Input, string Cwd, bool Clear)>();
        Case.Array[count].Sample(
            samples =>
            {
                foreach (var (args, env, input) in samples)
                {
                    // The directory's name is as hostile, except for characters that file names can't contain.
                    var name = string.Concat((args.FirstOrDefault() ?? "").Replace('/', '_').EnumerateRunes().Take(20)).Trim('\n');
                    var cwd = folder[$"{cases.Count}{name}"];
                    Directory.CreateDirectory(cwd);
                    var last = new Dictionary<string, string>();
                    foreach (var (key, value) in env)
                    {
                        last[key] = value;
                    }

                    cases.Add((args, last, input, cwd, cases.Count % 4 == 0));
                }
            },
            iter: 1);
        var commands = cases.Select(one => new Executable(probe)[one.Args].WithOptions(new ProcessOptions
        {
            Cwd = one.Cwd,
            ClearEnv = one.Clear,
            Env = one.Env.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value),
        })).ToList();

        var results = await SlurmRunTests.CollectAsync(SlurmCluster.RunAsync(
            commands, slurm.Options((count + 3) / 4) with { Input = index => cases[index].Input }));

        foreach (var (result, one) in results.Zip(cases))
        {
            Assert.True(result.Success, $"{result.ErrorMessage} {result.Stderr}");
            var expected = string.Concat([$"{one.Args.Length}\0", .. one.Args.Select(static arg => arg + "\0"), one.Cwd + "\0", one.Input]);
            Assert.Equal(expected, result.Stdout);
            Assert.Equal(Encoding.UTF8.GetBytes(expected), result.StdoutBytes.ToArray());

            // The probe's own shell uses some of them itself and drops names that aren't valid in it; the next test runs only env.
            var entries = result.Stderr.Split('\0').ToHashSet();
            Assert.All(
                one.Env.Where(static pair => pair.Key is "A" or "_x" or "PATHS" or "UID" or "LC_ALL" or "BASH_ENV"),
                pair => Assert.Contains($"{pair.Key}={pair.Value}", entries));
        }
    }

    [Fact]
    public async Task The_environment_contains_only_what_was_requested()
    {
        var slurm = await fixture.StartAsync();
        var count = int.Parse(Environment.GetEnvironmentVariable("TYPEDEXEC_HOSTILE") ?? "100", CultureInfo.InvariantCulture);
        var cases = new List<Dictionary<string, string?>>();
        Gen.Select(Name, Value).Array[0, 4].Array[count].Sample(
            samples =>
            {
                foreach (var sample in samples)
                {
                    var env = new Dictionary<string, string?>();
                    foreach (var (name, value) in sample)
                    {
                        env[name] = value;
                    }

                    cases.Add(env);
                }
            },
            iter: 1);
        var commands = cases.Select(static (env, index)
            => new Executable("/usr/bin/env")["-0"].WithOptions(new ProcessOptions { Env = env, ClearEnv = index % 2 == 0 })).ToList();

        var results = await SlurmRunTests.CollectAsync(SlurmCluster.RunAsync(commands, slurm.Options((count + 3) / 4)));

        foreach (var (result, env) in results.Zip(cases))
        {
            Assert.True(result.Success, $"{result.ErrorMessage} {result.Stderr}");
            var entries = result.Stdout.Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var asked = env.Select(static pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal);
            Assert.Equal(
                asked,
                entries.Where(entry => result.Index % 2 == 0 || env.ContainsKey(entry[..entry.IndexOf('=', 1)])).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Removed_entries_are_gone_and_the_rest_is_inherited()
    {
        var slurm = await fixture.StartAsync();
        Environment.SetEnvironmentVariable("TYPEDEXEC_SLURM_KEPT", "kept 'so'");
        Environment.SetEnvironmentVariable("TYPEDEXEC_SLURM_GONE", "x");

        var results = await SlurmRunTests.CollectAsync(SlurmCluster.RunAsync(
            [new Executable("env")["-0"].WithOptions(new ProcessOptions { Env = new Dictionary<string, string?> { ["TYPEDEXEC_SLURM_GONE"] = null, ["HOME"] = null, ["IFS"] = null } })],
            slurm.Options()));

        var entries = Assert.Single(results).Stdout.Split('\0');
        Assert.Contains("TYPEDEXEC_SLURM_KEPT=kept 'so'", entries);
        Assert.DoesNotContain(entries, static entry => entry.StartsWith("TYPEDEXEC_SLURM_GONE=", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, static entry => entry.StartsWith("HOME=", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, static entry => entry.StartsWith("_te_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_is_found_on_its_own_PATH_under_any_name()
    {
        var slurm = await fixture.StartAsync();
        using var folder = new TempDirectory();
        foreach (var name in (string[])["-dash", "a=b", "with 'quotes' and \"blanks\"", "tool"])
        {
            folder.AddExecutable(name, "#!/bin/sh\nprintf '%s|' \"$@\"\n");
        }

        var own = new ProcessOptions { Env = new Dictionary<string, string?> { ["PATH"] = folder.Root + ":/usr/bin:/bin" } };
        var results = await SlurmRunTests.CollectAsync(SlurmCluster.RunAsync(
            [
                new Executable("-dash")["1", ""].WithOptions(own),
                new Executable("a=b")["2", "-x"].WithOptions(own),
                new Executable("with 'quotes' and \"blanks\"")["3"].WithOptions(own),
                new Executable("./a=b")["4"].WithOptions(own with { Cwd = folder.Root }),
                new Executable("tool")["5"].WithOptions(own with { ClearEnv = true, Timeout = TimeSpan.FromMinutes(1) }),
            ],
            slurm.Options(5)));

        Assert.Equal(["1||", "2|-x|", "3|", "4|", "5|"], results.Select(static result => result.Success ? result.Stdout : $"{result.ErrorMessage} {result.Stderr}"));
    }

    [Fact]
    public async Task Binary_input_arrives_unchanged()
    {
        var slurm = await fixture.StartAsync();
        var bytes = Enumerable.Range(0, 100_000).Select(static i => (byte)(i * 7)).ToArray();

        var result = Assert.Single(await SlurmRunTests.CollectAsync(SlurmCluster.RunAsync(
            [new Executable("cat")], slurm.Options() with { Input = _ => new MemoryStream(bytes) })));

        Assert.Equal(bytes, result.StdoutBytes.ToArray());
    }

    [Fact]
    public async Task A_secret_is_masked_wherever_it_is_shown()
    {
        var slurm = await fixture.StartAsync();

        var result = Assert.Single(await SlurmRunTests.CollectAsync(SlurmCluster.RunAsync([new Login { Password = "hunter22" }], slurm.Options())));

        Assert.Contains("hunter22", result.Stderr, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", result.Command + result.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", Assert.Throws<ExecException>(() => result.EnsureSuccess()).ToString(), StringComparison.Ordinal);
    }
}

/// <summary>A program that complains about the password it was given.</summary>
[Command("ls")]
internal sealed partial class Login
{
    [Option("--ignore", Secret = true)] public string? Ignored { get; init; }

    [Argument(0, Secret = true)] public required string Password { get; init; }
}
