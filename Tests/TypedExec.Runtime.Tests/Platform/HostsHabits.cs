namespace TypedExec.Tests.Platform;

/// <summary>Applications with habits of their own about children.</summary>
public sealed class HostsHabits
{
    [Fact]
    public async Task Where_the_host_ignores_SIGCHLD_the_exit_comes_with_an_unknown_status_and_nothing_hangs()
        => Assert.Equal("async unknown unknown\nsync unknown unknown", await OwnProcess.RunAsync("ignored-sigchld"));
}
