namespace TypedExec.Remote.Tests.Hosts;

/// <summary>Whose failure it is: the connection's or the command's.</summary>
public sealed class FailureTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly ICommand True = new Executable("true");

    [Fact]
    public async Task A_host_that_is_down_is_unreachable()
    {
        var failure = await FailureAsync(True.Via(server.Host(port: SshServer.ClosedPort)));
        Assert.Equal((CarrierFailureKind.Unreachable, "ssh"), (failure.Kind, failure.Carrier));
        Assert.Contains("cannot reach 127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Connection refused", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
        => Assert.Equal(CarrierFailureKind.Refused, (await FailureAsync(True.Via(server.Host(key: "other")))).Kind);

    [Fact]
    public async Task A_host_whose_key_is_not_known_is_untrusted()
        => Assert.Equal(CarrierFailureKind.Untrusted, (await FailureAsync(True.Via(server.Host(known: "/dev/null")))).Kind);

    [Fact]
    public async Task A_host_whose_key_has_changed_is_untrusted()
    {
        File.WriteAllText(server.Directory["wrong"], $"[127.0.0.1]:{server.Port} {File.ReadAllText(server.Directory["other.pub"])}");
        Assert.Equal(CarrierFailureKind.Untrusted, (await FailureAsync(True.Via(server.Host(known: server.Directory["wrong"])))).Kind);
    }

    [Fact]
    public async Task A_host_that_never_answers_fails_within_the_connect_timeout()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var host = server.Host(port: ((System.Net.IPEndPoint)silent.LocalEndpoint).Port).With(TimeSpan.FromSeconds(1));
        Assert.Equal(CarrierFailureKind.Unreachable, (await FailureAsync(True.Via(host))).Kind);
    }

    [Fact]
    public async Task A_program_that_is_missing_on_the_host_is_ENOENT()
    {
        var failure = await Assert.ThrowsAsync<ExecException>(() => new Executable("no-such-program")["x"].Via(server.Host()).ExecFile().AsTask());
        Assert.Equal(("ENOENT", "no-such-program", 127), (failure.Code, failure.Path, failure.ExitCode));
        Assert.Contains("remote side of ssh", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_missing_on_the_host_is_ENOENT()
    {
        var failure = await Assert.ThrowsAsync<ExecException>(() => True.WithOptions(new ProcessOptions { Cwd = "/no/such" }).Via(server.Host()).ExecFile().AsTask());
        Assert.Equal(("ENOENT", "/no/such"), (failure.Code, failure.Path));
    }

    [Fact]
    public async Task A_file_that_is_not_executable_on_the_host_is_EACCES()
        => Assert.Equal("EACCES", (await Assert.ThrowsAsync<ExecException>(() => new Executable("/etc/passwd").Via(server.Host()).ExecFile().AsTask())).Code);

    [Fact]
    public async Task A_lost_connection_is_reported_and_leaves_nothing_behind()
    {
        var marker = Leftovers.NewMarker();
        var ready = new TaskCompletionSource();
        var run = Leftovers.Staying(marker).Via(server.Host()).ExecFile(new() { Stdout = [Output.Capture, Output.ToLines(_ => ready.TrySetResult())] });
        await ready.Task.Soon();
        server.CutConnections(marker);
        var failure = await Assert.ThrowsAsync<CarrierException>(() => run.Soon());
        Assert.Equal(CarrierFailureKind.ConnectionLost, failure.Kind);
        Assert.Equal("ready\n", failure.Stdout);
        await Leftovers.GoneAsync(marker);
    }

    private static Task<CarrierException> FailureAsync(ICommand command) => Assert.ThrowsAsync<CarrierException>(() => command.ExecFile().Soon());
}
