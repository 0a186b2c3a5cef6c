using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary><c>Stdin</c> and <c>Stdout</c> as streams.</summary>
public sealed class ReadAndWriteTests
{
    [Fact]
    public async Task ReadToEndAsync_returns_all_output()
        => Assert.Equal("one\ntwo\n", await SpawnScript("echo one; echo two").Stdout!.ReadToEndAsync().Soon());

    [Fact]
    public async Task A_read_returns_available_data_without_waiting_for_more()
    {
        await using var child = Cat.Spawn();
        await child.Stdin!.WriteAsync("text"u8.ToArray());

        var buffer = new byte[100];

        Assert.Equal(4, await child.Stdout!.ReadAsync(buffer).AsTask().Soon());
    }

    [Fact]
    public async Task A_read_at_the_end_always_returns_0()
    {
        var child = True.Spawn();
        var buffer = new byte[10];

        Assert.Equal(0, await child.Stdout!.ReadAsync(buffer).AsTask().Soon());
        Assert.Equal(0, await child.Stdout.ReadAsync(buffer).AsTask().Soon());
        await child.WaitForCloseAsync().Soon();
        Assert.Equal(0, await child.Stdout.ReadAsync(buffer).AsTask().Soon());
    }

    [Fact]
    public async Task Reads_and_writes_can_block_the_calling_thread()
    {
        await using var child = Cat.Spawn();
        var buffer = new byte[4];

        child.Stdin!.Write("text"u8);
        child.Stdout!.ReadExactly(buffer);

        Assert.Equal("text", Encoding.ASCII.GetString(buffer));
        child.Stdin.Dispose();
        Assert.Equal(0, child.Stdout.Read(buffer));
    }

    [Fact]
    public async Task A_read_on_the_calling_thread_waits_for_output()
    {
        await using var child = SpawnScript("read line; echo $line");
        var reading = Task.Factory.StartNew(() => child.Stdout!.ReadByte(), TaskCreationOptions.LongRunning);

        await child.Stdin!.WriteAsync("text\n"u8.ToArray());

        Assert.Equal('t', await reading.Soon());
    }

    [Fact]
    public async Task A_write_on_the_calling_thread_waits_for_room()
    {
        await using var child = Cat.Spawn();
        var writing = Task.Factory.StartNew(() => child.Stdin!.Write(new byte[1_000_000]), TaskCreationOptions.LongRunning);

        await child.Stdout!.ReadExactlyAsync(new byte[1_000_000]).AsTask().Soon();

        await writing.Soon();
    }

    [Fact]
    public async Task A_PipeReader_gives_the_output()
    {
        var reader = SpawnScript("printf 'one two'").Stdout!.AsPipeReader();

        ReadResult result;
        while (!(result = await reader.ReadAsync().AsTask().Soon()).IsCompleted)
        {
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        Assert.Equal("one two", Encoding.ASCII.GetString(result.Buffer.ToArray()));
    }

    [Fact]
    public async Task A_canceled_read_loses_nothing()
    {
        await using var child = Cat.Spawn();
        using var cancellation = new CancellationTokenSource();
        var buffer = new byte[100];
        var read = child.Stdout!.ReadAsync(buffer, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.Soon());
        Assert.Equal(cancellation.Token, error.CancellationToken);
        await child.Stdin!.WriteAsync("text"u8.ToArray());
        Assert.Equal(4, await child.Stdout.ReadAsync(buffer).AsTask().Soon());
        Assert.Equal("text", Encoding.ASCII.GetString(buffer, 0, 4));
    }

    [Fact]
    public async Task A_canceled_write_leaves_the_stream_usable()
    {
        await using var child = Cat.Spawn([], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe] });
        using var cancellation = new CancellationTokenSource();
        var write = child.Stdin!.WriteAsync(new byte[10_000_000], cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.Soon());
        var reading = child.Stdout!.ReadToEndAsync();
        await child.Stdin.WriteAsync("text"u8.ToArray()).AsTask().Soon();
        await child.Stdin.DisposeAsync();
        Assert.EndsWith("\0text", await reading.Soon());
    }

    [Fact]
    public async Task A_token_that_was_canceled_before_the_call_reads_and_writes_nothing()
    {
        await using var child = Cat.Spawn();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => child.Stdin!.WriteAsync(new byte[1], cancelled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => child.Stdout!.ReadAsync(new byte[1], cancelled).AsTask());
        await child.Stdin!.DisposeAsync();
        Assert.Equal("", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_pending_write_is_EPIPE_when_the_child_exits()
    {
        await using var child = Sleep.Spawn("30");
        var write = child.Stdin!.WriteAsync(new byte[1_000_000]).AsTask();

        child.Kill();

        Assert.Contains("EPIPE", (await Assert.ThrowsAsync<IOException>(() => write.Soon())).Message);
    }

    [Fact]
    public async Task A_write_after_the_childs_exit_is_EPIPE()
    {
        var child = True.Spawn();
        await child.WaitForCloseAsync().Soon();

        Assert.Contains("EPIPE", Assert.Throws<IOException>(() => child.Stdin!.Write("text"u8)).Message);
    }

    [Fact]
    public async Task Disposing_stdin_ends_the_childs_input()
    {
        var child = Cat.Spawn();

        child.Stdin!.Dispose();

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.Throws<ObjectDisposedException>(() => child.Stdin.Write("text"u8));
    }

    [Fact]
    public async Task Disposing_stdout_gives_the_child_SIGPIPE()
    {
        var child = new Executable("yes").Spawn();
        _ = await child.Stdout!.ReadAsync(new byte[10]).AsTask().Soon();

        await child.Stdout.DisposeAsync();

        Assert.Equal(Signal.SIGPIPE, (await child.WaitForCloseAsync().Soon()).Signal);
    }

    [Fact]
    public async Task Disposing_the_child_ends_a_pending_read()
    {
        var child = Cat.Spawn();
        var read = child.Stdout!.ReadAsync(new byte[10]).AsTask();

        await child.DisposeAsync();

        Assert.Equal(0, await read.Soon());
    }

    [Fact]
    public async Task A_second_read_at_the_same_time_is_rejected()
    {
        await using var child = Cat.Spawn();
        var first = child.Stdout!.ReadAsync(new byte[10]).AsTask();

        await Assert.ThrowsAsync<InvalidOperationException>(() => child.Stdout.ReadAsync(new byte[10]).AsTask());

        await child.Stdin!.DisposeAsync();
        Assert.Equal(0, await first.Soon());
    }

    [Fact]
    public async Task Output_that_goes_to_Data_cannot_also_be_read()
    {
        await using var child = Cat.Spawn();
        child.Stdout!.Data += (_, _) => { };

        await Assert.ThrowsAsync<InvalidOperationException>(() => child.Stdout.ReadToEndAsync());
    }

    [Fact]
    public async Task A_Data_handler_added_during_a_read_does_not_disturb_it()
    {
        var child = Cat.Spawn();
        var read = child.Stdout!.ReadAsync(new byte[10]).AsTask();

        child.Stdout.Data += (_, _) => { };

        await child.Stdin!.WriteAsync("text"u8.ToArray());
        await child.Stdin.DisposeAsync();
        Assert.Equal(4, await read.Soon());
        await child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task Captured_output_cannot_also_be_read()
    {
        var execution = Cat.ExecFile([], new ExecFileOptions { Input = "text" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => execution.Child.Stdout!.ReadToEndAsync());
        Assert.Throws<InvalidOperationException>(() => execution.Child.Stdout!.Read(new byte[1]));
        Assert.Equal("text", (await execution.Soon()).Stdout);
    }
}
