namespace TypedExec.Remote.Tests.Hosts;

/// <summary>A run that is stopped ends the process on the other host.</summary>
public sealed class StopTests(SshServer server) : IClassFixture<SshServer>
{
    [Fact]
    public async Task StopAsync_signals_the_remote_process_and_its_last_output_is_read()
    {
        var marker = Leftovers.NewMarker();
        await using var child = new Executable("sh")["-c", $"trap 'echo saved; exit 7' TERM; echo ready; sleep {marker} & wait"].Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        Assert.Equal(new ExitStatus(7, null), await child.StopAsync(Waiting.Bound));
        Assert.Equal("saved", (await child.Stdout.ReadToEndAsync()).Trim().Split('\n')[^1]);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_signal_that_ends_the_remote_process_is_its_status()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        child.Kill(Signal.SIGINT);
        Assert.Equal(new ExitStatus(null, Signal.SIGINT), await child.WaitForExitAsync().Soon());
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task Any_signal_reaches_it_and_the_run_continues()
    {
        await using var child = new Executable("sh")["-c", "trap 'echo usr; exit 0' USR1; echo ready; while :; do sleep 0.1; done"].Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        child.Kill(Signal.SIGUSR1);
        await child.Stdout.WaitForLineAsync("usr", Waiting.Bound);
        Assert.Equal(new ExitStatus(0, null), await child.WaitForExitAsync().Soon());
    }

    [Fact]
    public async Task A_remote_process_that_ignores_the_request_is_killed()
    {
        var marker = Leftovers.NewMarker();
        await using var child = new Executable("sh")["-c", $"trap '' TERM; echo ready; sleep {marker}"].Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        Assert.Equal(Signal.SIGKILL, (await child.StopAsync(TimeSpan.FromMilliseconds(200))).Signal);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_time_limit_ends_it()
    {
        var marker = Leftovers.NewMarker();
        var failure = await Assert.ThrowsAsync<ExecException>(() => Leftovers.Staying(marker).WithOptions(new ProcessOptions { Timeout = TimeSpan.FromSeconds(3) }).Via(server.Host()).ExecFile().Soon());
        Assert.True(failure.TimedOut);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_time_limit_applies_to_synchronous_calls_too()
    {
        var marker = Leftovers.NewMarker();
        var result = Leftovers.Staying(marker).Via(server.Host()).SpawnSync(new() { Timeout = TimeSpan.FromSeconds(3) });
        Assert.Equal("ETIMEDOUT", Assert.IsType<ExecException>(result.Error).Code);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_run_that_is_canceled_while_connecting_ends_at_once()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var cancellation = new CancellationTokenSource();
        var run = new Executable("true").Via(server.Host(port: ((System.Net.IPEndPoint)silent.LocalEndpoint).Port)).ExecFile(cancellationToken: cancellation.Token);
        using var connection = await silent.AcceptSocketAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Soon());
    }

    [Fact]
    public async Task A_killed_ssh_leaves_nothing_on_the_host()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        new Executable("kill")["-KILL", $"{child.Pid}"].ExecFileSync();
        Assert.Equal(new ExitStatus(null, Signal.SIGKILL), await child.WaitForExitAsync().Soon());
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_shared_connection_stays_open_when_one_run_is_stopped()
    {
        var host = server.Host(sharing: new SshSharing { ControlPath = server.Directory["shared"], Persist = TimeSpan.FromSeconds(60) });
        var marker = Leftovers.NewMarker();
        await using var other = new Executable("cat").Via(host).Spawn();
        await other.Stdin!.WriteAsync("a\n"u8.ToArray());
        await other.Stdout!.WaitForLineAsync("a", Waiting.Bound);
        await using var child = Leftovers.Staying(marker).Via(host).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        Assert.Equal(Signal.SIGTERM, (await child.StopAsync(Waiting.Bound)).Signal);
        await Leftovers.GoneAsync(marker);
        await other.Stdin.WriteAsync("b\n"u8.ToArray());
        other.Stdin.Close();
        Assert.Equal("b\n", await other.Stdout.ReadToEndAsync());
        await new Executable("ssh")["-o", $"ControlPath={server.Directory["shared"]}", "-O", "exit", "127.0.0.1"].ExecFile(new() { ThrowOnFailure = false });
    }
}
