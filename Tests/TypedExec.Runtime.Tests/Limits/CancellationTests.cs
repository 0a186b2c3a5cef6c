using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary>Cancellation and disposal leave nothing running, and no zombie.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task After_a_cancellation_the_child_is_gone()
    {
        using var cancellation = new CancellationTokenSource();
        var execution = Sleep.ExecFile(["30"], null, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        Assert.True(Processes.IsGone(execution.Child.Pid!.Value));
    }

    [Fact]
    public async Task A_cancellation_reaches_descendants_with_KillDescendants()
    {
        using var cancellation = new CancellationTokenSource();
        using var directory = new TempDirectory();
        var execution = ExecScript(
            $"sleep 300 & echo $! > {directory["new"]}; mv {directory["new"]} {directory["pid"]}; wait",
            new ExecFileOptions { KillDescendants = true }, cancellation.Token);
        await Waiting.UntilAsync(() => File.Exists(directory["pid"]), "the descendant's pid");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        await Processes.UntilEndedAsync(int.Parse(await File.ReadAllTextAsync(directory["pid"]), null));
    }

    [Fact]
    public async Task A_cancellation_kills_a_child_that_ignores_the_signal()
    {
        using var cancellation = new CancellationTokenSource();
        using var directory = new TempDirectory();
        var execution = ExecScript(
            $"trap '' TERM; > {directory["ready"]}; while true; do sleep 1; done",
            new ExecFileOptions { ForceKillAfter = TimeSpan.FromMilliseconds(200) }, cancellation.Token);
        await Waiting.UntilAsync(() => File.Exists(directory["ready"]), "the trap");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        Assert.Equal(Signal.SIGKILL, execution.Child.SignalCode);
    }

    [Fact]
    public async Task A_cancellation_sends_KillSignal()
    {
        using var cancellation = new CancellationTokenSource();
        var execution = Sleep.ExecFile(["30"], new ExecFileOptions { KillSignal = Signal.SIGUSR1 }, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        Assert.Equal(Signal.SIGUSR1, execution.Child.SignalCode);
    }

    [Fact]
    public async Task A_cancellation_after_the_end_has_no_effect()
    {
        using var cancellation = new CancellationTokenSource();
        var execution = ExecScript("echo text", cancellationToken: cancellation.Token);
        Assert.Equal("text\n", (await execution.Soon()).Stdout);

        await cancellation.CancelAsync();

        Assert.Equal("text\n", (await execution.Soon()).Stdout);
        Assert.False(execution.Child.Killed);
    }

    [Fact]
    public async Task Cancellations_at_any_moment_leave_no_child()
    {
        var pids = new List<int>();
        for (var i = 0; i < 50; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var execution = True.ExecFile([], null, cancellation.Token);
            pids.Add(execution.Child.Pid!.Value);
            var cancelling = Task.Run(cancellation.Cancel);
            try
            {
                await execution.Soon();
            }
            catch (OperationCanceledException)
            {
            }

            await cancelling;
        }

        Assert.All(pids, pid => Assert.True(Processes.IsGone(pid)));
    }

    [Fact]
    public async Task Disposal_ends_a_running_child_and_waits_for_it()
    {
        var child = Sleep.Spawn("30");

        await child.DisposeAsync().AsTask().Soon();

        Assert.Equal(Signal.SIGTERM, child.SignalCode);
        Assert.True(Processes.IsGone(child.Pid!.Value));
    }

    [Fact]
    public async Task Disposal_kills_a_child_that_ignores_the_signal()
    {
        var child = SpawnScript(
            "trap '' TERM; echo ready; while true; do sleep 1; done", new SpawnOptions { ForceKillAfter = TimeSpan.FromMilliseconds(200) });
        await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon();

        await child.DisposeAsync().AsTask().Soon();

        Assert.Equal(Signal.SIGKILL, child.SignalCode);
    }

    [Fact]
    public async Task Disposal_does_not_wait_for_a_descendant_that_holds_the_output()
    {
        var child = SpawnScript("sleep 300 & echo $!; exit 0");
        var pid = await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon();
        await child.WaitForExitAsync().Soon();

        await child.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(0, child.ExitCode);
        _ = new Executable("kill").ExecFileSync([pid]);
    }

    [Fact]
    public async Task Disposing_an_exited_or_never_started_child_does_nothing()
    {
        var ended = True.Spawn();
        await ended.WaitForCloseAsync().Soon();

        await ended.DisposeAsync().AsTask().Soon();
        await ended.DisposeAsync().AsTask().Soon();
        await NoSuch.Spawn().DisposeAsync().AsTask().Soon();

        Assert.Equal(0, ended.ExitCode);
        Assert.False(ended.Killed);
    }

    [Fact]
    public async Task Disposal_still_raises_Exited_and_Closed()
    {
        var child = Sleep.Spawn("30");

        await child.DisposeAsync();

        Assert.Equal(["spawn", "exit null SIGTERM", "close null SIGTERM"], await EventLog.OfAsync(child));
    }
}
