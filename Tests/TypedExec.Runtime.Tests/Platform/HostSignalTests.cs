using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Platform;

/// <summary>Applications that handle children in unusual ways.</summary>
public sealed class HostSignalTests
{
    /// <summary>Gets whether the kernel reports the exit status of a child that other code has reaped.</summary>
    private static bool KnowsReaped => OperatingSystem.IsLinux() && Environment.OSVersion.Version >= new Version(6, 15);

    [Fact]
    public async Task If_the_host_ignores_SIGCHLD_later_a_lost_exit_status_is_an_error_and_nothing_hangs()
    {
        var lines = (await OwnProcess.RunAsync("ignored-sigchld", "later")).Split('\n');

        Assert.Equal(["async 3 unknown", "sync 3 unknown", "captured 3 unknown"], lines[..3]);
        // A child may have been reaped before anybody could query the kernel.
        Assert.Equal(["async", "sync", "captured"], lines[3..].Select(static line => line[..line.IndexOf(' ', StringComparison.Ordinal)]));
        Assert.All(lines[3..], static line => Assert.Contains(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], new[] { "3 unknown", "unknown unknown ECHILD" }));
    }

    /// <summary>.NET reaps all children there, once the application listens to SIGCHLD.</summary>
    [Theory]
    [InlineData("nothing")]
    [InlineData("signal")]
    [InlineData("process")]
    public async Task In_process_1_an_exit_status_is_known_or_its_loss_is_an_error(string listener)
    {
        Assert.SkipWhen(PortableBackendAttribute.IsUsed, "not on the portable backend: its children are .NET's own");
        SkipUnlessRoot();
        SkipWithout("unshare");

        var result = await new Executable("unshare").ExecFile(["--pid", "--fork", "--mount-proc", OwnProcess.File, "as-init", listener, "5"]).Soon();

        Assert.Matches(KnowsReaped || listener == "nothing" ? "^process 1: known 25\n$" : "^process 1: (known [0-9]+)?(, )?(lost [0-9]+)?\n$", result.Stdout);
    }

    [Fact]
    public async Task A_process_started_with_SIGCHLD_ignored_gets_exit_statuses()
    {
        SkipWithout("bash");

        // Not dash, which doesn't pass it on.
        var result = await new Executable("bash").ExecFile(["-c", "trap '' CHLD; exec \"$0\" ignored-sigchld", OwnProcess.File]).Soon();

        Assert.Equal("async 3 unknown\nsync 3 unknown\ncaptured 3 unknown\n", result.Stdout);
    }
}
