using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary><c>KillDescendants</c> and <c>DrainTimeout</c>.</summary>
public sealed class DescendantTests
{
    private const string Family = "sleep 300 & echo $!; (sleep 300 & echo $!; wait) & wait";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Kill_reaches_every_descendant()
    {
        var child = SpawnScript(Family, new SpawnOptions { KillDescendants = true });
        var pids = await child.Stdout!.ReadLinesAsync().Take(2).ToListAsync().AsTask().Soon();

        child.Kill();

        Assert.Equal(Signal.SIGTERM, (await child.WaitForCloseAsync().Soon()).Signal);
        await AssertEndedAsync(pids);
        Assert.True(Processes.IsGone(child.Pid!.Value));
    }

    [Fact]
    public async Task A_timeout_reaches_every_descendant()
    {
        var options = new ExecFileOptions { KillDescendants = true, Timeout = TimeSpan.FromSeconds(1) };

        var error = await ExecScript(Family, options).FailureAsync();

        Assert.True(error.TimedOut);
        await AssertEndedAsync(error.Stdout.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_timeout_of_a_sync_call_reaches_every_descendant()
    {
        var options = new SpawnSyncOptions { KillDescendants = true, Timeout = TimeSpan.FromSeconds(1) };

        var result = Sh.SpawnSync(["-c", Family], options);

        Assert.Equal(Signal.SIGTERM, result.Signal);
        await AssertEndedAsync(result.Stdout.TrimEnd().Split('\n'));
        Assert.True(Processes.IsGone(result.Pid));
    }

    [Fact]
    public async Task MaxBuffer_reaches_every_descendant()
    {
        var options = new ExecFileOptions { KillDescendants = true, MaxBuffer = 100 };

        var error = await ExecScript("sleep 300 & echo $!; yes", options).FailureAsync();

        await AssertEndedAsync([error.Stdout.Split('\n')[0]]);
    }

    [Fact]
    public async Task MaxBuffer_of_a_sync_call_reaches_every_descendant()
    {
        var options = new SpawnSyncOptions { KillDescendants = true, MaxBuffer = 100 };

        var result = Sh.SpawnSync(["-c", "sleep 300 & echo $!; yes"], options);

        await AssertEndedAsync([result.Stdout.Split('\n')[0]]);
    }

    [Fact]
    public async Task Kill_after_the_exit_still_reaches_a_descendant()
    {
        var child = SpawnScript("sleep 300 & echo $!; exit 0", new SpawnOptions { KillDescendants = true });
        await child.WaitForExitAsync().Soon();

        Assert.True(child.Kill());

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
        await AssertEndedAsync([await child.Stdout!.ReadLinesAsync().FirstAsync()]);
        Assert.False(child.Kill());
    }

    [Fact]
    public async Task ForceKillAfter_reaches_a_descendant_that_ignores_the_signal_of_a_timeout()
    {
        const string Script = "(trap '' TERM; echo $(exec sh -c 'echo $PPID'); while true; do sleep 1; done) & wait";
        var options = new ExecFileOptions { KillDescendants = true, Timeout = TimeSpan.FromSeconds(1), ForceKillAfter = Short };

        var error = await ExecScript(Script, options).FailureAsync();

        await AssertEndedAsync([error.Stdout.Trim()]);
    }

    [Fact]
    public async Task ForceKillAfter_also_reaches_such_a_descendant_of_a_sync_call()
    {
        const string Script = "(trap '' TERM; echo $(exec sh -c 'echo $PPID'); while true; do sleep 1; done) & wait";
        var options = new SpawnSyncOptions { KillDescendants = true, Timeout = TimeSpan.FromSeconds(1), ForceKillAfter = Short };

        var result = Sh.SpawnSync(["-c", Script], options);

        await AssertEndedAsync([result.Stdout.Trim()]);
    }

    [Fact]
    public async Task DrainTimeout_raises_Closed_in_time_while_a_descendant_holds_stdout()
    {
        var child = SpawnScript("sleep 300 & echo $!; exit 7", new SpawnOptions { DrainTimeout = Short });
        var pid = await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon();

        await child.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        var status = await child.WaitForCloseAsync().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(7, status.ExitCode);
        Assert.False(Processes.HasEnded(int.Parse(pid, null)));
        _ = new Executable("kill").ExecFileSync([pid]);
    }

    [Fact]
    public async Task DrainTimeout_bounds_a_captured_run_and_keeps_its_output()
    {
        var result = await ExecScript("sleep 300 & echo $!", new ExecFileOptions { DrainTimeout = Short })
            .AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.False(Processes.HasEnded(int.Parse(result.Stdout, null)));
        _ = new Executable("kill").ExecFileSync([result.Stdout.Trim()]);
    }

    [Fact]
    public void DrainTimeout_bounds_a_sync_call()
    {
        var result = Sh.ExecFileSync(["-c", "sleep 300 & echo $!"], new ExecFileOptions { DrainTimeout = Short });

        Assert.InRange(result.Duration, Short, TimeSpan.FromSeconds(10));
        _ = new Executable("kill").ExecFileSync([result.Stdout.Trim()]);
    }

    [Fact]
    public async Task DrainTimeout_bounds_a_handler_of_Data()
    {
        var child = SpawnScript("sleep 300 & echo $!", new SpawnOptions { DrainTimeout = Short });

        var events = await EventLog.OfAsync(child).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("close 0 null", events[^1]);
        _ = new Executable("kill").ExecFileSync([events.Single(entry => entry.StartsWith("data ", StringComparison.Ordinal))[5..].Trim()]);
    }

    [Fact]
    public async Task A_DrainTimeout_of_zero_keeps_what_the_child_wrote_before_exiting()
    {
        // 60,000 bytes fit into a pipe, so the child exits before anybody reads.
        const string Script = "head -c 60000 /dev/zero; sleep 300 & echo $! >&2; exit 0";
        for (var i = 0; i < 20; i++)
        {
            var captured = await ExecScript(Script, new ExecFileOptions { DrainTimeout = TimeSpan.Zero }).Soon();
            var sync = Sh.ExecFileSync(["-c", Script], new ExecFileOptions { DrainTimeout = TimeSpan.Zero });
            var spawned = SpawnScript(Script, new SpawnOptions { DrainTimeout = TimeSpan.Zero });
            var bytes = 0;
            var pid = "";
            spawned.Stdout!.Data += (_, e) => bytes += e.Bytes.Length;
            spawned.Stderr!.Data += (_, e) => pid += e.Text;
            await spawned.WaitForCloseAsync().Soon();
            _ = new Executable("kill").ExecFileSync([captured.Stderr.Trim(), sync.Stderr.Trim(), pid.Trim()]);

            Assert.Equal((60_000, 60_000, 60_000), (captured.StdoutBytes.Length, sync.StdoutBytes.Length, bytes));
        }
    }

    [Fact]
    public void Without_DrainTimeout_a_sync_call_waits_for_the_output_as_Node_does()
    {
        var result = Sh.ExecFileSync(["-c", "(sleep 0.4; echo late) & echo early"]);

        Assert.Equal("early\nlate\n", result.Stdout);
    }

    private static async Task AssertEndedAsync(IEnumerable<string> pids)
    {
        foreach (var pid in pids)
        {
            await Processes.UntilEndedAsync(int.Parse(pid, null));
        }
    }
}
