using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Faults;

/// <summary>There are no descriptors or processes left.</summary>
[Collection(AloneCollection.Name)]
public sealed class ResourceLimitTests
{
    [Fact]
    public async Task EMFILE_at_any_step_of_a_spawn_is_reported_and_leaks_nothing()
    {
        var lines = (await OwnProcess.RunAsync("descriptor-steps")).Split('\n');
        var counts = lines[1].Split(' ');

        Assert.Equal("EMFILE", lines[0]);
        Assert.Equal(counts[0], counts[1]);
        Assert.Equal("0", counts[2]);
    }

    [Fact]
    public async Task EAGAIN_is_reported_when_the_process_limit_is_reached()
    {
        SkipUnlessRoot();
        using var directory = new TempDirectory();
        var program = new Executable(OwnProcess.CopyTo(directory));
        // Root isn't limited, and another user's processes must not count.
        var options = new ExecFileOptions { Uid = 65_001, Gid = 65_001, Env = new Dictionary<string, string?> { ["HOME"] = "/tmp" } };

        var output = (await program.ExecFile(["process-limit"], options).Soon()).Stdout;

        Assert.Equal("EAGAIN EAGAIN EAGAIN\nrecovered, 0 children\n", output);
    }
}
