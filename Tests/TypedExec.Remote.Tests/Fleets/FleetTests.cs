namespace TypedExec.Remote.Tests.Fleets;

/// <summary>One command on many hosts.</summary>
public sealed class FleetTests(SshServer server) : IClassFixture<SshServer>
{
    [Fact]
    public async Task Results_come_from_each_host_and_one_that_fails_does_not_end_the_others()
    {
        var hosts = (Ssh[])[server.Host(), server.Host(port: SshServer.ClosedPort), server.Host(key: "other"), server.Host()];
        var results = await Fleet.RunAsync(hosts, new Executable("echo")["hello"], maxConcurrency: 2).ToListAsync();
        Assert.Equal(4, results.Count);
        Assert.Equal(["hello\n", "hello\n"], results.Where(static result => result.Success).Select(static result => result.EnsureSuccess().Stdout));
        Assert.Equal(
            [CarrierFailureKind.Unreachable, CarrierFailureKind.Refused],
            results.Where(static result => !result.Success).Select(static result => Assert.IsType<CarrierException>(result.Error).Kind).Order());
    }

    [Fact]
    public async Task Cancellation_ends_the_command_on_every_host()
    {
        var marker = Leftovers.NewMarker();
        using var cancellation = new CancellationTokenSource();
        var ready = 0;
        var options = new ExecFileOptions { Stdout = [Output.ToLines(_ => Interlocked.Increment(ref ready))] };
        var run = Fleet.RunAsync((Ssh[])[server.Host(), server.Host()], Leftovers.Staying(marker), 2, options, cancellation.Token).ToListAsync().AsTask();
        await Waiting.UntilAsync(() => Volatile.Read(ref ready) == 2, "both have begun");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Soon());
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task Breaking_out_of_the_loop_ends_the_others()
    {
        var marker = Leftovers.NewMarker();
        await foreach (var result in Fleet.RunAsync((Ssh[])[server.Host(), server.Host(port: SshServer.ClosedPort)], Leftovers.Staying(marker)))
        {
            Assert.NotNull(result.Error);
            break;
        }

        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task No_more_hosts_than_allowed_are_started()
    {
        var asked = 0;
        IEnumerable<Ssh> Hosts()
        {
            for (var i = 0; i < 6; i++)
            {
                asked++;
                yield return server.Host(port: SshServer.ClosedPort);
            }
        }

        await foreach (var _ in Fleet.RunAsync(Hosts(), new Executable("true"), maxConcurrency: 1))
        {
            Assert.InRange(asked, 1, 4);
            break;
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Fleet.RunAsync(Hosts(), new Executable("true"), maxConcurrency: 0));
    }
}
