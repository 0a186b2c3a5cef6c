using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>Exit codes, signals, jobs and time limits.</summary>
[NeedsWindows]
public sealed class EndingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(259)]
    [InlineData(-1073741819)]
    public async Task The_exit_code_is_the_childs(int code)
    {
        var status = await Program.Spawn("exit", $"{code}").WaitForCloseAsync().Soon();

        Assert.Equal(new ExitStatus(code, null), status);
        Assert.Equal(code, Program.SpawnSync(["exit", $"{code}"]).ExitCode);
    }

    [Theory]
    [InlineData(Signal.SIGTERM)]
    [InlineData(Signal.SIGKILL)]
    [InlineData(Signal.SIGINT)]
    [InlineData(Signal.SIGQUIT)]
    public async Task A_signal_that_ends_a_process_is_reported_as_that_signal(Signal signal)
    {
        var (child, _) = await StartAsync(["wait"]);

        Assert.True(child.Kill(signal));

        Assert.Equal(new ExitStatus(null, signal), await child.WaitForCloseAsync().Soon());
        Assert.Equal(signal, child.SignalCode);
        Assert.False(child.Kill(signal));
    }

    [Fact]
    public async Task Signal_0_asks_whether_the_child_runs()
    {
        var (child, _) = await StartAsync(["wait"]);

        Assert.True(child.Kill(0));
        child.Kill();
        await child.WaitForCloseAsync().Soon();
        Assert.False(child.Kill(0));
    }

    [Fact]
    public async Task Another_signal_is_an_error_ENOSYS()
    {
        var (child, _) = await StartAsync(["wait"]);
        await using var _2 = child;
        var error = new TaskCompletionSource<Exception>();
        child.Error += (_, e) => error.TrySetResult(e.Exception);

        Assert.False(child.Kill(Signal.SIGUSR1));

        Assert.Equal("ENOSYS", Assert.IsType<ExecException>(await error.Task.Soon()).Code);
    }

    [Fact]
    public async Task KillDescendants_ends_the_childs_own_children()
    {
        var (child, pid) = await StartAsync(["parent-that", "waits"], new SpawnOptions { KillDescendants = true });

        child.Kill();

        Assert.Equal(Signal.SIGTERM, (await child.WaitForCloseAsync().Soon()).Signal);
        await Processes.UntilEndedAsync(pid);
    }

    [Fact]
    public async Task Without_KillDescendants_they_keep_running()
    {
        var (child, pid) = await StartAsync(["parent-that", "waits"]);

        child.Kill();

        await child.WaitForExitAsync().Soon();
        Assert.False(Processes.HasEnded(int.Parse(pid, null)));
        using var orphan = System.Diagnostics.Process.GetProcessById(int.Parse(pid, null));
        orphan.Kill();
        await child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task A_timeout_reaches_descendants()
    {
        var options = new ExecFileOptions { KillDescendants = true, Timeout = TimeSpan.FromSeconds(5) };

        var error = await Program.ExecFile(["parent-that", "waits"], options).FailureAsync();

        Assert.True(error.TimedOut);
        await Processes.UntilEndedAsync(error.Stdout.Trim());
    }

    [Fact]
    public async Task KillOnParentExit_ends_the_child_with_its_parent()
    {
        var (parent, pid) = await StartAsync(["parent-that", "waits", "kill-on-exit"]);

        parent.Kill();

        await parent.WaitForExitAsync().Soon();
        await Processes.UntilEndedAsync(pid);
        await parent.DisposeAsync();
    }

    [Fact]
    public async Task Cancellation_ends_the_child()
    {
        using var cancellation = new CancellationTokenSource();
        var execution = Program.ExecFile(["wait"], cancellationToken: cancellation.Token);
        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        await execution.Child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public void A_sync_call_times_out()
    {
        var result = Program.SpawnSync(["wait"], new SpawnSyncOptions { Timeout = TimeSpan.FromMilliseconds(300) });

        Assert.Equal("ETIMEDOUT", Assert.IsType<ExecException>(result.Error).Code);
        Assert.Equal(Signal.SIGTERM, result.Signal);
    }

    [Fact]
    public async Task A_detached_child_runs_and_returns_its_output()
        => Assert.Equal("a\0", await Program.Spawn(["arguments", "a"], new SpawnOptions { Detached = true, WindowsHide = true }).Stdout!.ReadToEndAsync().Soon());

    [Fact]
    public async Task No_kind_of_child_leaks_a_handle()
    {
        var counts = (await Program.ExecFile("handles", "20").AsTask().WaitAsync(TimeSpan.FromMinutes(2))).Stdout.Trim().Split(' ');

        // The runtime's own threads come and go.
        Assert.InRange(int.Parse(counts[1], null), 0, int.Parse(counts[0], null) + 15);
    }
}
