namespace TypedExec.Remote.Tests.Containers;

/// <summary>Commands in real containers.</summary>
public sealed class ContainerTests(Podman podman) : IClassFixture<Podman>
{
    [Fact]
    public async Task Hostile_values_arrive_byte_for_byte() => await Hostile.ArriveAsync(command => command.Via(podman.Exec()));

    [Fact]
    public async Task Hostile_values_arrive_without_a_shell() => Assert.Equal(Hostile.Chosen, Hostile.Printed(await Hostile.Print(Hostile.Chosen).Via(podman.Exec(hasShell: false)).ExecFile()));

    [Fact]
    public async Task Hostile_values_arrive_in_a_new_container() => Assert.Equal(Hostile.Chosen, Hostile.Printed(await Hostile.Print(Hostile.Chosen).Via(podman.Run()).ExecFile()));

    [Fact]
    public async Task Hostile_values_arrive_in_the_environment()
    {
        await Hostile.ArriveInEnvironmentAsync(command => command.Via(podman.Exec()), "/tmp");
        await Hostile.ArriveInEnvironmentAsync(command => command.Via(podman.Run()), "/tmp");
    }

    [Fact]
    public async Task Results_come_back()
    {
        foreach (var carrier in (ICarrier[])[podman.Exec(), podman.Exec(hasShell: false), podman.Run()])
        {
            var failure = await Assert.ThrowsAsync<ExecException>(() => new Executable("sh")["-c", "cat; echo err >&2; exit 3"].Via(carrier).ExecFile(new() { Input = "in" }).Soon());
            Assert.Equal((3, "in", "err\n"), (failure.ExitCode, failure.Stdout, failure.Stderr));
        }
    }

    [Fact]
    public async Task An_exit_code_is_the_commands_unless_the_carrier_reports_an_error()
    {
        foreach (var code in (int[])[1, 125, 126, 127])
        {
            Assert.Equal(code, (await Assert.ThrowsAsync<ExecException>(() => new Executable("sh")["-c", $"exit {code}"].Via(podman.Exec()).ExecFile().Soon())).ExitCode);
        }
    }

    [Fact]
    public async Task The_carriers_own_failures_are_reported()
    {
        Assert.Equal(CarrierFailureKind.NotFound, (await FailureAsync(new Executable("true").Via(podman.Exec("no-such-container")))).Kind);
        Assert.Equal(CarrierFailureKind.NotFound, (await FailureAsync(new Executable("true").Via(podman.Run("localhost/no-such-image:1")))).Kind);
        Assert.Equal(CarrierFailureKind.NotFound, (await FailureAsync(new Executable("no-such-program").Via(podman.Run()))).Kind);
        var missing = await Assert.ThrowsAsync<ExecException>(() => new Executable("no-such-program").Via(podman.Exec()).ExecFile().Soon());
        Assert.Equal(("ENOENT", "no-such-program"), (missing.Code, missing.Path));
    }

    [Fact]
    public async Task A_stop_ends_the_process_in_the_container()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(podman.Exec()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        Assert.Equal(Signal.SIGTERM, (await child.StopAsync(Waiting.Bound)).Signal);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_client_that_is_killed_leaves_nothing_in_the_container()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(podman.Exec()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        new Executable("kill")["-KILL", $"{child.Pid}"].ExecFileSync();
        await child.WaitForExitAsync().Soon();
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_new_container_whose_first_process_ignores_the_signal_is_killed()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(podman.Run()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        await child.StopAsync(TimeSpan.FromSeconds(1)).Soon();
        await Leftovers.GoneAsync(marker);
    }

    private static Task<CarrierException> FailureAsync(ICommand command) => Assert.ThrowsAsync<CarrierException>(() => command.ExecFile().Soon());
}
