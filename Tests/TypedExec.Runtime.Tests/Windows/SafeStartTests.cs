using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>
/// What an attacker may try with a project's directory, its batch files and its paths, and what Windows silently does otherwise:
/// refused at the call, or right.
/// </summary>
[NeedsWindows]
public sealed class SafeStartTests
{
    private const string Attack = "\"&calc&\"";

    [Fact]
    public void A_hole_for_a_batch_file_is_rejected_wherever_cmd_would_find_the_file()
    {
        using var project = new TempDirectory();
        File.WriteAllText(project["gradlew.bat"], "@echo run>\"%~dp0run\"\r\n");
        var x = Attack;
        var inProject = new ExecOptions { Cwd = project.Root };
        var onPath = new Dictionary<string, string?> { ["PATH"] = project.Root };

        Refused(() => new Executable("gradlew").Exec($"{x}", inProject));
        Refused(() => new Executable(".\\gradlew").Exec($"{x}", inProject));
        Refused(() => new Executable("gradlew").Exec($"{x}", new ExecOptions { Env = onPath }));
        Refused(() => new Executable("gradlew").ExecFile([x], new ExecFileOptions { Shell = true, Cwd = project.Root }));
        Refused(() => new Executable("gradlew").SpawnSync([x], new SpawnSyncOptions { Shell = true, Env = onPath }));
        Refused(() => Shell.Exec($"<nul {project["gradlew.bat"]} {x}"));
        Refused(() => Shell.Exec($"cd /d {project.Root} && gradlew {x}"));

        Assert.False(File.Exists(project["run"]));
    }

    [Theory]
    [InlineData(Signal.SIGHUP)]
    [InlineData(Signal.SIGUSR1)]
    [InlineData(Signal.SIGABRT)]
    public void A_KillSignal_that_Windows_lacks_is_rejected_at_the_call(Signal signal)
    {
        Unsupported(() => Program.ExecFile(["wait"], new ExecFileOptions { KillSignal = signal, Timeout = TimeSpan.FromMilliseconds(300) }));
        Unsupported(() => Program.Spawn(["wait"], new SpawnOptions { KillSignal = signal }));
        Unsupported(() => Program.SpawnSync(["wait"], new SpawnSyncOptions { KillSignal = signal, Timeout = TimeSpan.FromMilliseconds(300) }));
        Unsupported(() => Program.Fork("wait", options: new ForkOptions { KillSignal = signal }));

        void Unsupported(Action call)
            => Assert.Contains($"KillSignal with {signal}", Assert.Throws<PlatformNotSupportedException>(call).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_file_runs_even_if_its_path_contains_percent_signs()
    {
        using var directory = new TempDirectory();
        var os = Environment.GetEnvironmentVariable("OS")!;
        Directory.CreateDirectory(directory["%OS%"]);
        Directory.CreateDirectory(directory[os]);
        File.WriteAllText(directory["%OS%\\tool.cmd"], "@echo named\r\n");
        File.WriteAllText(directory[$"{os}\\tool.cmd"], "@echo another\r\n");

        Assert.Equal("named", (await new Executable(directory["%OS%\\tool.cmd"]).ExecFile("a").Soon()).Stdout.Trim());
    }

    [Fact]
    public async Task PATH_is_parsed_as_by_Windows()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["x;y"]);
        Directory.CreateDirectory(directory["work\\y"]);
        Directory.CreateDirectory(directory["work\\rel"]);
        File.WriteAllText(directory["x;y\\tool.cmd"], "@echo quoted\r\n");
        File.WriteAllText(directory["work\\y\\tool.cmd"], "@echo relative\r\n");
        File.WriteAllText(directory["work\\rel\\other.cmd"], "@echo relative\r\n");
        var options = new ExecFileOptions
        {
            Cwd = directory["work"],
            Env = new Dictionary<string, string?> { ["PATH"] = $"rel;\"{directory["x;y"]}\"" },
        };

        Assert.Equal("quoted", (await new Executable("tool").ExecFile([], options).Soon()).Stdout.Trim());
        Assert.Equal("ENOENT", (await new Executable("other").ExecFile([], options).FailureAsync()).Code);
    }

    [Fact]
    public async Task An_empty_PATHEXT_is_the_default()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["tool.cmd"], "@echo found\r\n");
        var env = new Dictionary<string, string?> { ["PATH"] = directory.Root, ["PATHEXT"] = "" };

        Assert.Equal("found", (await new Executable("tool").ExecFile([], new ExecFileOptions { Env = env }).Soon()).Stdout.Trim());
    }

    [Fact]
    public async Task A_line_that_is_too_long_for_cmd_is_ENAMETOOLONG()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["tool.cmd"], "@echo run\r\n");
        var text = new string('x', 8200);

        foreach (var error in new[]
        {
            await Cmd.ExecFile("/d", "/c", "echo", text).FailureAsync(),
            await new Executable(directory["tool.cmd"]).ExecFile(text).FailureAsync(),
            await Shell.Exec($"echo {text}").FailureAsync(),
        })
        {
            Assert.Equal("ENAMETOOLONG", error.Code);
            Assert.Contains("8191", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_line_break_in_a_verbatim_argument_of_a_batch_file_is_rejected()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["tool.cmd"], "@echo run\r\n");

        Assert.Throws<ArgumentException>(() => { new Executable(directory["tool.cmd"]).Spawn(["a\r\ncalc"], new SpawnOptions { WindowsVerbatimArguments = true }); });
    }

    [Fact]
    public void A_quote_in_argv0_is_rejected()
        => Assert.Throws<ArgumentException>(() => { Program.Spawn(["arguments"], new SpawnOptions { Argv0 = "a\" \"b" }); });

    [Fact]
    public async Task A_file_may_have_a_path_of_more_than_260_characters()
    {
        using var directory = new TempDirectory();
        var folder = directory[string.Join('\\', Enumerable.Repeat(new string('d', 50), 6))];
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "out");

        await Program.Spawn(["write-both", "text", ""], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.File(path, FileMode.Create, FileAccess.Write)] })
            .WaitForCloseAsync().Soon();

        Assert.Equal("text", File.ReadAllText(path));
    }

    private static void Refused(Action call)
        => Assert.Contains("batch file", Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);
}
