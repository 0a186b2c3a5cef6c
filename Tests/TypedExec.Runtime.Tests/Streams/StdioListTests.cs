using Microsoft.Win32.SafeHandles;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>What each entry of the option <c>Stdio</c> connects the child to.</summary>
public sealed class StdioListTests
{
    [Fact]
    public async Task A_shorter_list_is_filled_with_pipes()
    {
        var child = SpawnScript("echo out; echo err >&2", With(Stdio.Ignore));

        Assert.Null(child.Stdin);
        Assert.Equal("out\n", await child.Stdout!.ReadToEndAsync().Soon());
        Assert.Equal("err\n", await child.Stderr!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Ignore_is_the_null_device()
    {
        var child = SpawnScript(
            "readlink /proc/self/fd/0 /proc/self/fd/2", With(Stdio.Ignore, Stdio.Pipe, Stdio.Ignore));

        Assert.Equal("/dev/null\n/dev/null\n", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Overlapped_is_a_plain_pipe()
    {
        var child = SpawnScript("cat", With(Stdio.Overlapped, Stdio.Overlapped));

        await child.Stdin!.WriteAsync("text"u8.ToArray());
        await child.Stdin.DisposeAsync();

        Assert.Equal("text", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Inherit_is_the_parents_descriptor_of_that_number()
    {
        var own = new FileInfo("/proc/self/fd/2").LinkTarget;

        var child = SpawnScript("readlink /proc/self/fd/2", With(Stdio.Ignore, Stdio.Pipe, Stdio.Inherit));

        Assert.Equal(own + "\n", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Fd_is_the_parents_descriptor_of_another_number_which_stays_open()
    {
        using var directory = new TempDirectory();
        using var file = File.OpenHandle(directory["out"], FileMode.Create, FileAccess.Write);

        await SpawnScript("echo out", With(Stdio.Ignore, Stdio.Fd((int)file.DangerousGetHandle()))).WaitForCloseAsync().Soon();

        RandomAccess.Write(file, "more\n"u8, RandomAccess.GetLength(file));
        Assert.Equal("out\nmore\n", await File.ReadAllTextAsync(directory["out"]));
    }

    [Fact]
    public async Task A_closed_Fd_is_an_error_EBADF()
    {
        var child = SpawnScript("true", With(Stdio.Ignore, Stdio.Fd(1_000_000)));

        Assert.Equal("EBADF", (await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon())).Code);
    }

    [Fact]
    public async Task SameAs_1_merges_stderr_into_stdout_in_order()
    {
        var child = SpawnScript(
            "for i in 1 2 3 4 5; do echo out $i; echo err $i >&2; done", With(Stdio.Ignore, Stdio.Pipe, Stdio.SameAs(1)));

        var lines = (await child.Stdout!.ReadToEndAsync().Soon()).TrimEnd().Split('\n');

        Assert.Null(child.Stderr);
        Assert.Equal(Enumerable.Range(1, 5).SelectMany(i => new[] { $"out {i}", $"err {i}" }), lines);
    }

    [Fact]
    public async Task SameAs_may_point_forward()
    {
        var child = SpawnScript("echo out; echo err >&2", With(Stdio.Ignore, Stdio.SameAs(2), Stdio.Pipe));

        Assert.Equal("out\nerr\n", await child.Stderr!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_file_is_created_and_truncated_and_the_child_writes_straight_to_it()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["out"], "what was there before\n");

        var child = SpawnScript(
            "echo out; target=$(readlink /proc/$$/fd/1); echo $target >&2",
            With(Stdio.Ignore, Stdio.File(directory["out"], FileMode.Create, FileAccess.Write)));

        Assert.Equal(directory["out"] + "\n", await child.Stderr!.ReadToEndAsync().Soon());
        Assert.Equal("out\n", await File.ReadAllTextAsync(directory["out"]));
    }

    [Fact]
    public async Task A_file_is_appended_to()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["out"], "before\n");
        var stdio = With(Stdio.Ignore, Stdio.File(directory["out"], FileMode.Append, FileAccess.Write), Stdio.SameAs(1));

        await SpawnScript("echo out; echo err >&2", stdio).WaitForCloseAsync().Soon();

        Assert.Equal("before\nout\nerr\n", await File.ReadAllTextAsync(directory["out"]));
    }

    [Fact]
    public async Task A_file_is_read_by_the_child()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["in"], "text");

        var child = Cat.Spawn([], With(Stdio.File(directory["in"], FileMode.Open, FileAccess.Read)));

        Assert.Equal("text", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_an_error_that_names_it()
    {
        var child = Cat.Spawn([], With(Stdio.File("/no/such", FileMode.Open, FileAccess.Read)));

        var error = await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon());

        Assert.Equal(("ENOENT", "open", "/no/such"), (error.Code, error.Syscall, error.Path));
    }

    [Fact]
    public async Task A_handle_is_given_to_the_child_and_stays_open()
    {
        using var directory = new TempDirectory();
        using SafeFileHandle file = File.OpenHandle(directory["out"], FileMode.Create, FileAccess.ReadWrite);

        await SpawnScript("echo out", With(Stdio.Ignore, Stdio.From(file))).WaitForCloseAsync().Soon();

        Assert.False(file.IsClosed);
        Assert.Equal(4, RandomAccess.GetLength(file));
    }

    [Fact]
    public async Task A_FileStream_is_written_directly_after_the_parents_data()
    {
        using var directory = new TempDirectory();
        await using (var file = File.Create(directory["out"]))
        {
            file.Write("parent\n"u8);
            await SpawnScript("echo child", With(Stdio.Ignore, Stdio.From(file))).WaitForCloseAsync().Soon();
        }

        Assert.Equal("parent\nchild\n", await File.ReadAllTextAsync(directory["out"]));
    }

    [Fact]
    public async Task A_stream_at_0_feeds_the_child_and_stays_open()
    {
        using var input = new MemoryStream("text"u8.ToArray());

        var child = Cat.Spawn([], With(Stdio.From(input)));

        Assert.Null(child.Stdin);
        Assert.Equal("text", await child.Stdout!.ReadToEndAsync().Soon());
        Assert.True(input.CanRead);
    }

    [Fact]
    public async Task A_stream_at_1_takes_all_the_output_before_Closed()
    {
        using var output = new MemoryStream();

        await new Executable("head").Spawn(["-c", "1000000", "/dev/zero"], With(Stdio.Ignore, Stdio.From(output))).WaitForCloseAsync().Soon();

        Assert.Equal(1_000_000, output.Length);
        Assert.True(output.CanWrite);
    }

    [Fact]
    public async Task A_stream_that_fails_is_an_error_event_and_the_child_is_closed()
    {
        using var output = new MemoryStream(new byte[3]);

        var events = await EventLogOfFailingCopyAsync(SpawnScript("echo 12345", With(Stdio.Ignore, Stdio.From(output))));

        Assert.Contains("error NotSupportedException", events);
        Assert.Equal("close", events[^1]);
    }

    [Fact]
    public async Task A_file_as_a_third_descriptor_and_beyond()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["in"], "text");
        var stdio = With(Stdio.Ignore, Stdio.Pipe, Stdio.Ignore, Stdio.File(directory["in"], FileMode.Open, FileAccess.Read), Stdio.SameAs(1));

        var child = SpawnScript("cat <&3 >&4", stdio);

        Assert.Equal("text", await child.Stdout!.ReadToEndAsync().Soon());
    }

    private static async Task<List<string>> EventLogOfFailingCopyAsync(ChildProcess child)
    {
        var log = new List<string>();
        var closed = new TaskCompletionSource();
        child.Error += (_, e) => log.Add($"error {e.Exception.GetType().Name}");
        child.Closed += (_, _) =>
        {
            log.Add("close");
            closed.SetResult();
        };
        await closed.Task.Soon();
        return log;
    }

    private static SpawnOptions With(params Stdio[] stdio) => new() { Stdio = stdio };
}
