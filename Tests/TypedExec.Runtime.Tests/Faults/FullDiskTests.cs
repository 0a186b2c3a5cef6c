using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Faults;

/// <summary>The disk is full when a child or the parent writes to it.</summary>
public sealed class FullDiskTests
{
    private static Tool TooMuch => new("head", "-c", $"{SmallDisk.Bytes * 2}", "/dev/zero");

    [Fact]
    public void A_full_disk_under_stdout_is_the_childs_error()
    {
        var full = new SpawnSyncOptions { Stdio = [Stdio.Ignore, Stdio.File("/dev/full", FileMode.Open, FileAccess.Write), Stdio.Pipe] };

        var result = new Executable("head").SpawnSync(["-c", "10", "/dev/zero"], full);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("No space left", result.Stderr);
    }

    [Fact]
    public void A_full_disk_keeps_what_fits_and_is_the_childs_error()
    {
        using var disk = new SmallDisk();
        var file = Stdio.File(disk["out"], FileMode.Create, FileAccess.Write);

        var result = TooMuch.SpawnSync(new SpawnSyncOptions { Stdio = [Stdio.Ignore, file, Stdio.Pipe] });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("No space left", result.Stderr);
        Assert.Equal(SmallDisk.Bytes, new FileInfo(disk["out"]).Length);
    }

    [Fact]
    public async Task A_pipeline_that_fills_the_disk_fails_at_the_writing_stage()
    {
        using var disk = new SmallDisk();

        var error = await (TooMuch | Tool.Cat).ToFile(disk["out"]).ExecFile().FailureAsync();

        Assert.Contains("No space left", error.Stderr);
    }

    [Fact]
    public async Task A_file_that_the_disk_has_no_room_for_is_an_error_that_names_it()
    {
        using var disk = new SmallDisk();
        for (var i = 0; i < SmallDisk.Files; i++)
        {
            File.WriteAllText(disk[$"{i}"], "");
        }

        var file = Stdio.File(disk["more"], FileMode.Create, FileAccess.Write);
        var child = Cat.Spawn([], new SpawnOptions { Stdio = [Stdio.Ignore, file, Stdio.Ignore] });

        var error = await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon());
        Assert.Equal(("ENOSPC", "open", disk["more"]), (error.Code, error.Syscall, error.Path));
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

    /// <summary>A caller's stream without a descriptor.</summary>
    private sealed class FullStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            => ValueTask.FromException(new IOException("No space left"));

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left");
    }
}
