using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Faults;

/// <summary>No descriptor, process or disk space is left.</summary>
[Collection(AloneCollection.Name)]
public sealed class Scarcity
{
    [Fact]
    public async Task EMFILE_at_whatever_step_of_a_spawn_is_that_error_and_leaves_nothing()
    {
        var lines = (await OwnProcess.RunAsync("descriptor-steps")).Split('\n');
        var counts = lines[1].Split(' ');

        Assert.Equal("EMFILE", lines[0]);
        Assert.Equal(counts[0], counts[1]);
        Assert.Equal("0", counts[2]);
    }

    [Fact]
    public async Task EAGAIN_when_the_user_may_have_no_more_processes()
    {
        SkipUnlessRoot();
        using var directory = new TempDirectory();
        var program = new Executable(OwnProcess.CopyTo(directory));
        // Root is not limited, and another user's processes must not count.
        var options = new ExecFileOptions { Uid = 65_001, Gid = 65_001, Env = new Dictionary<string, string?> { ["HOME"] = "/tmp" } };

        var output = (await program.ExecFile(["process-limit"], options).Soon()).Stdout;

        Assert.Equal("EAGAIN EAGAIN EAGAIN\nrecovered, 0 children\n", output);
    }

    [Fact]
    public void A_full_disk_under_stdout_is_the_childs_error()
    {
        var full = new SpawnSyncOptions { Stdio = [Stdio.Ignore, Stdio.File("/dev/full", FileMode.Open, FileAccess.Write), Stdio.Pipe] };

        var result = new Executable("head").SpawnSync(["-c", "10", "/dev/zero"], full);

        Assert.NotEqual(0, result.Status);
        Assert.Contains("No space left", result.Stderr);
    }

    [Fact]
    public async Task A_full_disk_under_a_stream_that_the_parent_writes_raises_Error()
    {
        var child = Sh.Spawn(["-c", "echo text"], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.From(new FullStream()), Stdio.Ignore] });
        var raised = new TaskCompletionSource<Exception>();
        child.Error += (_, e) => raised.TrySetResult(e.Exception);

        Assert.Equal("No space left", (await raised.Task.Soon()).Message);
        await child.WaitForCloseAsync().Soon();
    }

    /// <summary>A stream of the caller's without a descriptor.</summary>
    private sealed class FullStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            => ValueTask.FromException(new IOException("No space left"));

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left");
    }
}
