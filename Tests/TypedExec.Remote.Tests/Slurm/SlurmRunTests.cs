using TypedExec.Tests.Slurm;

namespace TypedExec.Remote.Tests.Slurm;

/// <summary>Commands on a Slurm of one node.</summary>
public sealed class SlurmRunTests(SlurmFixture fixture)
{
    [Fact]
    public async Task Each_command_has_its_own_status_output_and_times()
    {
        var slurm = await fixture.StartAsync();
        var before = DateTimeOffset.UtcNow;

        var results = await CollectAsync(SlurmCluster.RunAsync(
            [Sh("echo out; echo err >&2"), Sh("exit 3"), Sh("kill -9 $$"), Sh("exit 137"), Sh("kill -TERM $$"), Sh("printf 'no end'")],
            slurm.Options(commandsPerTask: 3)));

        Assert.Equal(
            [new(0, null), new(3, null), new(null, Signal.SIGKILL), new(137, null), new(null, Signal.SIGTERM), new(0, null)],
            results.Select(static result => result.Status));
        Assert.Equal([true, false, false, false, false, true], results.Select(static result => result.Success));
        Assert.All(results, static result => Assert.Equal(ClusterFailure.None, result.Failure));
        Assert.Equal(("out\n", "err\n"), (results[0].Stdout, results[0].Stderr));
        Assert.Equal("no end", results[5].Stdout);
        Assert.All(results, result =>
        {
            Assert.InRange(result.StartedAt!.Value, before.AddSeconds(-1), result.EndedAt!.Value);
            Assert.InRange(result.EndedAt.Value, before, DateTimeOffset.UtcNow.AddSeconds(1));
            Assert.Equal("node1", result.Node);
            Assert.Matches(@"^\d+_[01]$", result.Task);
        });
        Assert.Equal("sh -c 'exit 3' failed with exit code 3", results[1].ErrorMessage);
        Assert.Equal(3, Assert.Throws<ExecException>(() => results[1].EnsureSuccess()).ExitCode);
        Assert.Same(results[0], results[0].EnsureSuccess());
    }

    [Fact]
    public async Task A_thousand_commands_are_sent_in_twenty_batches()
    {
        var slurm = await fixture.StartAsync();
        var progress = new List<ClusterProgress>();
        var commands = Enumerable.Range(0, 1000).Select(static i => Sh($"echo {i}; exit {i % 5}")).ToList();

        var results = await CollectAsync(SlurmCluster.RunAsync(commands, slurm.Options(50) with { Progress = new Listener(progress) }));

        Assert.Equal(1000, results.Count);
        Assert.All(results, static result => Assert.Equal(($"{result.Index}\n", result.Index % 5), (result.Stdout, result.ExitCode)));
        Assert.Equal(20, results.Select(static result => result.Task).Distinct().Count());
        Assert.Equal((1000, 1000, 800), (progress[^1].Total, progress[^1].Completed, progress[^1].Failed));
        Assert.Equal(Enumerable.Range(1, 1000), results.Select(static result => result.Progress.Completed).Order());
    }

    [Fact]
    public async Task Results_arrive_while_other_commands_still_run()
    {
        var slurm = await fixture.StartAsync();
        using var folder = new TempDirectory();
        var gate = folder["gate"];

        // The second command waits until the first one's result has come and the queue has shown their task as running.
        var hasFirst = false;
        var opener = new Opener(report =>
        {
            if (Volatile.Read(ref hasFirst) && report.RunningTasks == 1)
            {
                File.WriteAllText(gate, "");
            }
        });
        await foreach (var result in SlurmCluster.RunAsync(
            [Sh("echo first"), Sh($"until [ -e {gate} ]; do sleep 0.1; done")], slurm.Options(2) with { Progress = opener }))
        {
            Volatile.Write(ref hasFirst, true);
        }

        Assert.True(File.Exists(gate));
    }

    [Fact]
    public async Task No_more_tasks_run_at_once_than_the_limit_allows()
    {
        var slurm = await fixture.StartAsync();

        var results = await CollectAsync(SlurmCluster.RunAsync(
            [.. Enumerable.Repeat(Sh("sleep 0.3"), 3)], slurm.Options(1) with { MaxConcurrency = 1 }));

        var inOrder = results.OrderBy(static result => result.StartedAt).ToList();
        Assert.All(inOrder.Zip(inOrder.Skip(1)), static pair => Assert.True(pair.First.EndedAt <= pair.Second.StartedAt));
    }

    [Fact]
    public async Task A_start_failure_is_distinguished_from_a_failing_command()
    {
        var slurm = await fixture.StartAsync();
        using var folder = new TempDirectory();
        folder.Add("plain", "");

        var results = await CollectAsync(SlurmCluster.RunAsync(
            [
                new Executable("no-such-program"),
                new Executable(folder["plain"]),
                new Executable("true").WithOptions(new ProcessOptions { Cwd = "/no/such/folder" }),
                Sh("exit 127"),
            ],
            slurm.Options(4)));

        Assert.Equal(
            [ClusterFailure.NotStarted, ClusterFailure.NotStarted, ClusterFailure.NotStarted, ClusterFailure.None],
            results.Select(static result => result.Failure));
        Assert.Equal("no-such-program couldn't be started on node1: ENOENT, its program", results[0].ErrorMessage);
        Assert.Equal("EACCES", Assert.Throws<ExecException>(() => results[1].EnsureSuccess()).Code);
        Assert.Contains("Cwd", results[2].ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(127, results[3].ExitCode);
    }

    [Fact]
    public async Task A_command_keeps_its_own_time_limit()
    {
        var slurm = await fixture.StartAsync();

        var results = await CollectAsync(SlurmCluster.RunAsync(
            [
                Sh("echo begun; exec sleep 60").WithOptions(new ProcessOptions { Timeout = TimeSpan.FromSeconds(0.3) }),
                Sh("exit 124").WithOptions(new ProcessOptions { Timeout = TimeSpan.FromMinutes(1) }),
                Sh("exit 1").WithOptions(new ProcessOptions { SuccessExitCodes = [0, 1] }),
            ],
            slurm.Options(3)));

        Assert.Equal((ClusterFailure.TimedOut, Signal.SIGTERM, "begun\n"), (results[0].Failure, results[0].Signal, results[0].Stdout));
        Assert.Equal((ClusterFailure.None, 124), (results[1].Failure, results[1].ExitCode));
        Assert.True(results[2].Success);
    }

    [Fact]
    public async Task Large_output_is_complete_or_marked_as_truncated()
    {
        var slurm = await fixture.StartAsync();
        var command = Sh("head -c 30000000 /dev/zero");

        var whole = Assert.Single(await CollectAsync(SlurmCluster.RunAsync([command], slurm.Options())));
        var cut = Assert.Single(await CollectAsync(SlurmCluster.RunAsync([command], slurm.Options() with { MaxBuffer = 1000 })));

        Assert.Equal((30_000_000, false), (whole.StdoutBytes.Length, whole.IsOutputTruncated));
        Assert.Equal((1000, true), (cut.StdoutBytes.Length, cut.IsOutputTruncated));
    }

    [Fact]
    public async Task The_folder_is_private_and_deleted_at_the_end()
    {
        var slurm = await fixture.StartAsync();
        var run = SlurmCluster.RunAsync([Sh("echo $1").AppendArguments("x")], slurm.Options());
        var kept = SlurmCluster.RunAsync([Sh("true")], slurm.Options() with { KeepFiles = true });

        await foreach (var result in run)
        {
            Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(run.Folder));
            Assert.All(
                Directory.EnumerateFiles(run.Folder, "*.cmd", SearchOption.AllDirectories),
                static file => Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(file)));
        }

        await CollectAsync(kept);

        Assert.False(Directory.Exists(run.Folder));
        Assert.True(Directory.Exists(kept.Folder));
        var error = await Assert.ThrowsAsync<ClusterException>(() => CollectAsync(run));
        Assert.Contains(run.Id, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_submits_no_job()
    {
        Assert.Empty(await CollectAsync(SlurmCluster.RunAsync([], new SlurmOptions { Folder = "/no/such" })));
    }

    internal static ICommand Sh(string script) => new Executable("sh")["-c", script];

    internal static async Task<List<ClusterResult>> CollectAsync(ClusterRun run)
    {
        var results = new List<ClusterResult>();
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await foreach (var result in run.WithCancellation(bound.Token))
        {
            results.Add(result);
        }

        results.Sort(static (one, other) => one.Index.CompareTo(other.Index));
        Assert.Equal(Enumerable.Range(0, results.Count), results.Select(static result => result.Index));
        return results;
    }

    /// <summary>Progress on the spot, where <see cref="Progress{T}"/> hands it to the pool.</summary>
    internal sealed class Listener(List<ClusterProgress> reports) : IProgress<ClusterProgress>
    {
        public void Report(ClusterProgress value) => reports.Add(value);
    }

    private sealed class Opener(Action<ClusterProgress> report) : IProgress<ClusterProgress>
    {
        public void Report(ClusterProgress value) => report(value);
    }
}
