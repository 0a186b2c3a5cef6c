using System.Security.Cryptography;
using Farm;
using TypedExec.Tests.Slurm;
using Xunit;

namespace TypedExec.Samples.Tests;

/// <summary>A folder of files, on this machine and on a Slurm of one node.</summary>
public sealed class FarmTests(SlurmFixture fixture) : IDisposable
{
    private const int Files = 24;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("farm").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_file_has_a_checksum_and_a_failure_is_shown_with_its_stderr(bool onCluster)
    {
        SkipWithout("sha256sum");
        IFarm farm = onCluster ? await ClusterAsync() : new LocalFarm(4);
        var expected = Fill();
        File.CreateSymbolicLink(InFolder("0-broken"), InFolder("nowhere"));
        await using var output = new StringWriter();
        await using var errors = new StringWriter();

        var failures = await Work.DoAsync(_folder, farm, output, errors, hasTerminal: true, CancellationToken.None).WaitAsync(Bound);

        Assert.Equal(1, failures);
        Assert.Equal(expected, Lines(output.ToString()));
        Assert.Contains("0-broken", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("    sha256sum: ", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains($"[########################################] {Files + 1}/{Files + 1}", errors.ToString(), StringComparison.Ordinal);

        // The next start does what is left, which is the one.
        File.Delete(InFolder("0-broken"));
        await File.WriteAllTextAsync(InFolder("0-broken"), "mended");
        await using var second = new StringWriter();
        Assert.Equal(0, await Work.DoAsync(_folder, farm, second, errors, hasTerminal: false, CancellationToken.None).WaitAsync(Bound));
        Assert.Equal([Sum("0-broken")], Lines(second.ToString()));
        Assert.Empty(Directory.GetFiles(_folder, ".*"));
    }

    [Theory]
    [InlineData(false, Signal.SIGINT)]
    [InlineData(false, Signal.SIGKILL)]
    [InlineData(true, Signal.SIGINT)]
    [InlineData(true, Signal.SIGKILL)]
    public async Task A_run_that_was_stopped_or_killed_is_resumed(bool onCluster, Signal signal)
    {
        SkipWithout("sha256sum");
        var slurm = onCluster ? await fixture.StartAsync() : null;
        ICommand program = new Executable(Path.Combine(AppContext.BaseDirectory, "Farm"))[[_folder, .. onCluster ? (string[])["--slurm", slurm!.Shared] : []]];
        program = onCluster ? program.WithOptions(slurm!.Client) : program;
        var expected = Fill();
        // What reads it waits for somebody to write: the middle of the run lasts until then.
        await new Executable("mkfifo").ExecFile(InFolder("zz-pipe"));

        var first = new List<string>();
        await using (var child = program.Spawn())
        {
            while (first.Count < Files)
            {
                first.Add((await child.Stdout!.ReadLineAsync().WaitAsync(Bound))!);
            }

            child.Kill(signal);
            var status = await child.WaitForExitAsync().WaitAsync(Bound);
            Assert.Equal(signal == Signal.SIGINT ? new ExitStatus(130, null) : new ExitStatus(null, signal), status);
        }

        // Whoever still waits for the pipe gets it: a task, or the command that a killed program left behind.
        await new Executable("sh").ExecFile("-c", "echo through the pipe 1<> \"$1\"", "sh", InFolder("zz-pipe"));
        File.Delete(InFolder("zz-pipe"));
        await File.WriteAllTextAsync(InFolder("zz-pipe"), "through the pipe\n");
        var second = await program.ExecFile(new() { Timeout = Bound });

        Assert.Equal(expected, first.Order(StringComparer.Ordinal));
        Assert.Equal([Sum("zz-pipe")], second.StdoutLines);
        Assert.Contains($"{Files} of {Files + 1} files were done before", second.Stderr, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, ".*"));
    }

    private async Task<IFarm> ClusterAsync() => new SlurmFarm((await fixture.StartAsync()).Options(7), InFolder(".farm-run"));

    /// <summary>Writes the files, and gives the lines that sha256sum prints for them.</summary>
    private List<string> Fill()
    {
        for (var i = 0; i < Files; i++)
        {
            File.WriteAllText(InFolder($"file {i}"), $"content of {i}");
        }

        return [.. Enumerable.Range(0, Files).Select(i => Sum($"file {i}")).Order(StringComparer.Ordinal)];
    }

    private string Sum(string file) => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(InFolder(file))))}  {InFolder(file)}";

    private string InFolder(string name) => Path.Combine(_folder, name);

    private static IEnumerable<string> Lines(string text)
        => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static void SkipWithout(string program)
        => Assert.SkipUnless(Executable.FindPath(program) is not null, $"{program} is not installed");
}
