using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary><c>Timeout</c>, <c>KillSignal</c> and <c>ForceKillAfter</c>.</summary>
public sealed class TimeoutTests
{
    private const string Stubborn = "trap '' TERM; echo ready; while true; do sleep 1; done";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_spawned_child_is_killed_at_its_timeout()
    {
        var child = Sleep.Spawn(["30"], new SpawnOptions { Timeout = Short });

        Assert.Equal(Signal.SIGTERM, (await child.WaitForCloseAsync().Soon()).Signal);
        Assert.True(child.Killed);
    }

    [Fact]
    public async Task Killed_is_true_when_the_handlers_of_Exited_run()
    {
        var child = Sleep.Spawn(["30"], new SpawnOptions { Timeout = Short });
        var killed = new TaskCompletionSource<bool>();
        child.Exited += (_, _) => killed.SetResult(child.Killed);

        Assert.True(await killed.Task.Soon());
    }

    [Fact]
    public async Task A_timeout_after_the_exit_kills_nothing()
    {
        var child = SpawnScript("sleep 1 & exit 0", new SpawnOptions { Timeout = Short });

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.False(child.Killed);
    }

    [Fact]
    public async Task A_timeout_is_reported_however_the_child_reacts_to_the_signal()
    {
        for (var i = 0; i < 20; i++)
        {
            var error = await Sleep.ExecFile(["30"], new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(20) }).FailureAsync();

            Assert.True(error.TimedOut);
        }
    }

    [Fact]
    public async Task A_timeout_of_zero_is_no_timeout_as_in_Node()
    {
        var node = await NodeScript.RunAsync("execFile('sleep', ['0.3'], { timeout: 0 }, e => print(e))");

        await Sleep.ExecFile(["0.3"], new ExecFileOptions { Timeout = TimeSpan.Zero }).Soon();

        Assert.Equal(System.Text.Json.JsonValueKind.Null, node.ValueKind);
        Assert.Null(Sleep.SpawnSync(["0.3"], new SpawnSyncOptions { Timeout = TimeSpan.Zero }).Error);
    }

    [Fact]
    public async Task A_child_that_exits_in_time_is_not_signaled()
    {
        var options = new ExecFileOptions { Timeout = TimeSpan.FromMinutes(1) };

        Assert.Equal("text\n", (await ExecScript("echo text", options).Soon()).Stdout);
        Assert.Equal("text\n", Sh.ExecFileSync(["-c", "echo text"], options).Stdout);
    }

    [Fact]
    public async Task A_timeout_also_applies_with_ThrowOnFailure_false()
    {
        var options = new ExecFileOptions { Timeout = Short, ThrowOnFailure = false };

        Assert.True((await Sleep.ExecFile(["30"], options).FailureAsync()).TimedOut);
        Assert.True(Assert.Throws<ExecException>(() => Sleep.ExecFileSync(["30"], options)).TimedOut);
    }

    [Fact]
    public async Task A_timeout_has_the_output_so_far()
        => Assert.Equal("so far\n", (await ExecScript("echo so far; exec sleep 300", new ExecFileOptions { Timeout = TimeSpan.FromSeconds(1) }).FailureAsync()).Stdout);

    [Fact]
    public async Task A_timeout_does_not_wait_for_a_descendant_that_holds_the_output()
    {
        var options = new ExecFileOptions { Timeout = Short, KillDescendants = false };

        var error = await ExecScript("sleep 300 & echo $!; wait", options).FailureAsync();

        Assert.True(error.TimedOut);
        Assert.False(Processes.HasEnded(int.Parse(error.Stdout, null)));
        _ = new Executable("kill").ExecFileSync([error.Stdout.Trim()]);
    }

    [Fact]
    public async Task A_child_that_ignores_the_signal_is_killed_after_ForceKillAfter()
    {
        var options = new ExecFileOptions { Timeout = TimeSpan.FromSeconds(1), ForceKillAfter = Short };

        var error = await ExecScript(Stubborn, options).FailureAsync();

        Assert.Equal((Signal.SIGKILL, true), (error.Signal, error.TimedOut));
    }

    [Fact]
    public void ForceKillAfter_works_in_a_sync_call()
    {
        var options = new SpawnSyncOptions { Timeout = TimeSpan.FromSeconds(1), ForceKillAfter = Short };

        var result = Sh.SpawnSync(["-c", Stubborn], options);

        Assert.Equal((Signal.SIGKILL, "ready\n"), (result.Signal, result.Stdout));
        Assert.True(Processes.IsGone(result.Pid));
    }

    [Fact]
    public async Task ForceKillAfter_applies_to_a_call_to_Kill()
    {
        var child = SpawnScript(Stubborn, new SpawnOptions { ForceKillAfter = Short });
        await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon();

        child.Kill();

        Assert.Equal(Signal.SIGKILL, (await child.WaitForExitAsync().Soon()).Signal);
    }

    [Fact]
    public async Task ForceKillAfter_ignores_signals_that_do_not_end_a_child()
    {
        var options = new SpawnOptions { ForceKillAfter = Short };
        var child = SpawnScript("read line; exit 7", options);
        Assert.True(child.Kill(Signal.SIGCONT));
        // When this one has been killed with SIGKILL, the other one would have been too.
        var stubborn = SpawnScript(Stubborn, options);
        Assert.Equal("ready", await stubborn.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon());
        stubborn.Kill();
        Assert.Equal(Signal.SIGKILL, (await stubborn.WaitForExitAsync().Soon()).Signal);

        await child.Stdin!.DisposeAsync();

        Assert.Equal(7, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task ForceKillAfter_leaves_an_obedient_child_alone()
    {
        var child = SpawnScript("trap 'exit 7' TERM; echo ready; read line", new SpawnOptions { ForceKillAfter = TimeSpan.FromSeconds(20) });
        await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon();

        child.Kill();

        Assert.Equal(new ExitStatus(7, null), await child.WaitForCloseAsync().Soon());
    }

    [Fact]
    public void A_timeout_during_a_long_output_ends_a_sync_call()
    {
        var result = new Executable("yes").SpawnSync([], new SpawnSyncOptions { Timeout = Short, MaxBuffer = long.MaxValue });

        Assert.Equal("ETIMEDOUT", Assert.IsType<ExecException>(result.Error).Code);
    }
}
