namespace TypedExec.Remote.Tests.Chains;

/// <summary>Carriers that carry carriers.</summary>
public sealed class ChainTests(SshServer server) : IClassFixture<SshServer>
{
    private static Sudo Sudo
    {
        get
        {
            Installed.SkipWithout("sudo");
            Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes another user without a rule in sudoers");
            return new Sudo { User = "games" };
        }
    }

    [Fact]
    public async Task Values_and_options_pass_through_all_of_them()
    {
        var command = Hostile.Print(Hostile.Chosen).Via(new Nice()).Via(Sudo).Via(server.Host()).Via(server.Host()).Via(new Env());
        Assert.Equal(Hostile.Chosen, Hostile.Printed(await command.ExecFile()));
        await Hostile.ArriveInEnvironmentAsync(inner => inner.Via(Sudo).Via(server.Host()), "/tmp");
    }

    [Theory]
    [InlineData(Signal.SIGTERM)]
    [InlineData(Signal.SIGKILL)]
    public async Task A_signal_reaches_the_innermost_process(Signal signal)
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(Sudo).Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        child.Kill(signal);
        Assert.Equal(signal, (await child.WaitForExitAsync().Soon()).Signal);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_process_on_a_host_behind_another_is_stopped_too()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(server.Host()).Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        Assert.Equal(Signal.SIGTERM, (await child.StopAsync(Waiting.Bound)).Signal);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_lost_connection_ends_the_innermost_process()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(Sudo).Via(server.Host()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        server.CutConnections(marker);
        await child.WaitForExitAsync().Soon();
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task The_error_names_the_carrier_that_failed()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(() => new Executable("true").Via(new Sudo { User = "no-such-user" }).Via(server.Host()).ExecFile().Soon());
        Assert.Equal(("sudo", CarrierFailureKind.NotFound), (failure.Carrier, failure.Kind));
    }
}
