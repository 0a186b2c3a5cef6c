using System.Diagnostics;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Platform;

/// <summary>
/// Many children at the same time, alongside those of System.Diagnostics.Process; and what must not be left of them.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class ManyChildrenTests
{
    [Fact]
    public async Task Every_exit_code_is_right_with_300_children_and_300_of_Process_at_once()
    {
        var ours = Enumerable.Range(0, 300).Select(i => Task.Run(async () =>
            (await SpawnScript($"exit {i % 256}", new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore] }).WaitForCloseAsync()).ExitCode));
        var theirs = Enumerable.Range(0, 300).Select(i => Task.Run(async () =>
        {
            using var process = Process.Start("sh", ["-c", $"exit {i % 256}"]);
            await process.WaitForExitAsync();
            return (int?)process.ExitCode;
        }));

        var codes = await Task.WhenAll(ours.Zip(theirs, (one, other) => new[] { one, other }).SelectMany(both => both)).Soon();

        Assert.Equal(Enumerable.Range(0, 300).SelectMany(i => new int?[] { i % 256, i % 256 }), codes);
    }

    [Fact]
    public async Task Every_exit_code_is_right_for_sync_calls_on_many_threads()
    {
        var calls = Enumerable.Range(0, 40).Select(i => Task.Factory.StartNew(
            () => Sh.SpawnSync(["-c", $"exit {i}"]).ExitCode, TaskCreationOptions.LongRunning));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => (int?)i), await Task.WhenAll(calls).Soon());
    }

    [Fact]
    public async Task The_output_of_many_concurrent_children_is_complete()
    {
        var runs = Enumerable.Range(0, 60).Select(i => new Executable("head").ExecFile("-c", $"{200_000 + i}", "/dev/zero").AsTask());

        var results = await Task.WhenAll(runs).Soon();

        Assert.Equal(Enumerable.Range(200_000, 60), results.Select(result => result.StdoutBytes.Length));
    }

    [Fact]
    public async Task A_kill_at_any_moment_of_a_childs_life_is_harmless()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var child = True.Spawn();
            var killing = Task.Run(() => child.Kill(Signal.SIGKILL));
            var status = await child.WaitForCloseAsync();
            return (WasSent: await killing, status);
        })).Soon();

        Assert.All(statuses, result => Assert.True(result.status.ExitCode == 0 || (result.status.Signal == Signal.SIGKILL && result.WasSent)));
    }

    [Fact]
    public async Task A_parent_that_runs_out_of_descriptors_gets_EMFILE_through_Error_and_recovers()
        => Assert.Equal("EMFILE\nrecovered", await OwnProcess.RunAsync("descriptor-limit"));

    [Fact]
    public async Task No_descriptor_is_leaked_by_1000_spawns_including_failing_ones()
    {
        var counts = (await OwnProcess.RunAsync("descriptors", "1000")).Split(' ');

        Assert.Equal(counts[0], counts[1]);
    }

    [Fact]
    public async Task Children_without_a_reference_leave_no_zombie()
        => Assert.Equal("", await OwnProcess.RunAsync("children", "200"));

    [Fact]
    public async Task A_child_that_is_never_awaited_is_reaped_and_collected()
    {
        var (pid, reference) = StartAndForget();

        await Waiting.UntilAsync(() => Processes.IsGone(pid), "the end of a forgotten child");
        await Waiting.UntilAsync(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return !reference.TryGetTarget(out _);
            },
            "the collection of a forgotten child");
    }

    [Fact]
    public async Task A_child_that_is_never_awaited_is_reaped_even_if_it_writes_a_lot()
    {
        var (pid, _) = StartAndForget("head -c 100000 /dev/zero >&2 & wait", new SpawnOptions { MaxUnread = 1000 });

        // Past MaxUnread, back-pressure blocks it while it runs, and the test must stop it.
        await Waiting.UntilAsync(() => Processes.State(pid) == 'S', "a child that waits for room");
        _ = new Executable("kill").ExecFileSync([$"{pid}"]);

        await Waiting.UntilAsync(() => Processes.IsGone(pid), "the end of a forgotten child");
    }

    private static (int Pid, WeakReference<ChildProcess> Reference) StartAndForget(string script = "echo text", SpawnOptions? options = null)
    {
        var child = SpawnScript(script, options);
        return (child.Pid!.Value, new WeakReference<ChildProcess>(child));
    }
}
