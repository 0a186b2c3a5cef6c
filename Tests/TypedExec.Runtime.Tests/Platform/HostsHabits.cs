using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Platform;

/// <summary>Applications with habits of their own about children.</summary>
public sealed class HostsHabits
{
    [Fact]
    public async Task Where_the_host_ignores_SIGCHLD_later_the_exit_comes_with_an_unknown_status_and_nothing_hangs()
        => Assert.Equal(
            "async 3 unknown\nsync 3 unknown\nasync unknown unknown\nsync unknown unknown", await OwnProcess.RunAsync("ignored-sigchld", "later"));

    [Fact]
    public async Task A_process_that_was_started_with_SIGCHLD_ignored_learns_how_its_children_end()
    {
        SkipWithout("bash");

        // Not dash, which does not pass it on.
        var result = await new Executable("bash").ExecFile(["-c", "trap '' CHLD; exec \"$0\" ignored-sigchld", OwnProcess.File]).Soon();

        Assert.Equal("async 3 unknown\nsync 3 unknown\n", result.Stdout);
    }
}
