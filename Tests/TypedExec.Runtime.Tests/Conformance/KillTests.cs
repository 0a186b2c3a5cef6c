using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Conformance;

/// <summary>"kill" of Node's child_process.</summary>
public sealed class KillTests
{
    private const string Observed = "[true,true,null,\"null SIGTERM\",\"SIGTERM\"]";

    [Fact]
    public async Task Kill_returns_true_and_killed_is_true_at_once_and_signalCode_only_at_exit()
    {
        var node = await NodeScript.RunAsync("""
            const c = spawn('sleep', ['30']);
            const log = [c.kill('SIGTERM'), c.killed, c.signalCode];
            c.on('exit', (code, signal) => { log.push(`${code} ${signal}`, c.signalCode); print(log); });
            """);
        var child = Sleep.Spawn("30");
        Assert.Null(child.SignalCode);

        var isSent = child.Kill(Signal.SIGTERM);

        Assert.Equal(Observed, node.ToString());
        Assert.True(isSent);
        Assert.True(child.Killed);
        var status = await child.WaitForExitAsync().Soon();
        Assert.Equal(new ExitStatus(null, Signal.SIGTERM), status);
        Assert.Equal(Signal.SIGTERM, child.SignalCode);
        Assert.Null(child.ExitCode);
    }

    [Fact]
    public async Task The_signal_is_SIGTERM_when_none_is_named()
    {
        var child = Sleep.Spawn("30");

        child.Kill();

        Assert.Equal(Signal.SIGTERM, (await child.WaitForExitAsync().Soon()).Signal);
    }

    [Theory]
    [InlineData(Signal.SIGKILL)]
    [InlineData(Signal.SIGINT)]
    [InlineData(Signal.SIGHUP)]
    [InlineData(Signal.SIGUSR1)]
    [InlineData(Signal.SIGPIPE)]
    public async Task Every_signal_arrives_as_itself(Signal signal)
    {
        Assert.SkipWhen(
            OperatingSystem.IsLinux() && (Processes.InheritedIgnoredSignals() & Processes.Bit(signal)) != 0,
            "The tests were started with this signal ignored, which children inherit.");
        var child = Sleep.Spawn("30");

        child.Kill(signal);

        Assert.Equal(signal, (await child.WaitForExitAsync().Soon()).Signal);
    }

    [Fact]
    public async Task A_signal_that_the_child_handles_ends_nothing()
    {
        await using var child = SpawnScript("trap 'echo trapped' USR1; echo ready; read line; read line");
        var lines = child.Stdout!.ReadLinesAsync().GetAsyncEnumerator();
        await lines.MoveNextAsync();

        Assert.True(child.Kill(Signal.SIGUSR1));

        await child.Stdin!.WriteAsync("\n\n"u8.ToArray());
        Assert.True(await lines.MoveNextAsync().AsTask().Soon());
        Assert.Equal("trapped", lines.Current);
        Assert.Null((await child.WaitForExitAsync().Soon()).Signal);
    }

    [Fact]
    public async Task After_the_exit_kill_returns_false_and_has_no_effect()
    {
        var node = await NodeScript.RunAsync(
            "const c = spawn('true'); c.on('close', () => print([c.kill(), c.killed, c.exitCode, c.signalCode]))");
        var child = True.Spawn();
        await child.WaitForExitAsync().Soon();

        Assert.Equal("[false,false,0,null]", node.ToString());
        Assert.Equal((false, false, 0, null), (child.Kill(), child.Killed, child.ExitCode, child.SignalCode));
    }

    [Fact]
    public async Task Kill_0_probes_and_returns_true()
    {
        var node = await NodeScript.RunAsync(
            "const c = spawn('sleep', ['30']); const probe = c.kill(0); print([probe, c.killed]); c.kill()");
        await using var child = Sleep.Spawn("30");

        var probe = child.Kill(0);

        Assert.Equal("[true,true]", node.ToString());
        Assert.Equal((true, true), (probe, child.Killed));
        Assert.Null(child.SignalCode);
    }

    [Fact]
    public async Task Kill_0_after_the_exit_returns_false()
    {
        var child = True.Spawn();
        await child.WaitForExitAsync().Soon();

        Assert.False(child.Kill(0));
    }

    [Fact]
    public async Task Killed_is_true_when_the_handlers_of_Exited_run()
    {
        var child = Sleep.Spawn("30");
        var killed = new TaskCompletionSource<bool>();
        child.Exited += (_, _) => killed.SetResult(child.Killed);

        child.Kill();

        Assert.True(await killed.Task.Soon());
    }

    [Fact]
    public async Task A_child_killed_by_another_process_does_not_count_as_killed()
    {
        var child = SpawnScript("kill $$");

        await child.WaitForExitAsync().Soon();

        Assert.Equal(Signal.SIGTERM, child.SignalCode);
        Assert.False(child.Killed);
    }
}
