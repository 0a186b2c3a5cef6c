using System.Buffers;
using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>Each way of reading continues exactly where the previous one stopped.</summary>
public sealed class ReaderHandoverTests
{
    [Fact]
    public async Task Lines_after_a_break_can_be_read_any_other_way()
    {
        foreach (var (name, read) in Ways)
        {
            await using var child = SpawnScript("printf 'ready\\nb\\nc\\n'; sleep .1; echo d");
            await foreach (var line in child.Stdout!.ReadLinesAsync())
            {
                Assert.Equal("ready", line);
                break;
            }

            Assert.Equal((name, "b c d"), (name, (await read(child).Soon()).Trim().Replace("\n", " ")));
        }
    }

    [Fact]
    public async Task A_line_read_that_was_canceled_halfway_can_be_read_any_other_way()
    {
        foreach (var (name, read) in Ways)
        {
            await using var child = SpawnScript("printf bb; read go; echo bb");
            using var cancellation = new CancellationTokenSource();
            var lines = child.Stdout!.ReadLinesAsync(cancellation.Token).GetAsyncEnumerator();
            var next = lines.MoveNextAsync().AsTask();
            cancellation.CancelAfter(50);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Soon());
            await lines.DisposeAsync();

            await child.Stdin!.WriteAsync("go\n"u8.ToArray());

            Assert.Equal((name, "bbbb"), (name, (await read(child).Soon()).Trim()));
        }
    }

    [Fact]
    public async Task Canceling_ReadToEndAsync_loses_nothing()
    {
        await using var child = SpawnScript("printf bb; read go; echo bb");
        using var cancellation = new CancellationTokenSource(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => child.Stdout!.ReadToEndAsync(cancellation.Token).Soon());
        await child.Stdin!.WriteAsync("go\n"u8.ToArray());

        Assert.Equal("bbbb\n", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_carriage_return_ends_a_line_at_once_and_no_reader_gets_the_line_feed_after_it()
    {
        foreach (var (name, read) in Ways)
        {
            await using var child = SpawnScript("printf 'a\\r'; read go; printf '\\nb\\rc'");

            Assert.Equal("a", await child.Stdout!.ReadLineAsync().Soon());
            await child.Stdin!.WriteAsync("go\n"u8.ToArray());

            Assert.Equal((name, "b c"), (name, (await read(child).Soon()).Replace("\n", " ").Replace("\r", " ").Trim()));
        }
    }

    [Fact]
    public async Task What_a_PipeReader_does_not_consume_is_left_to_the_next_reader()
    {
        await using var child = SpawnScript("echo one; echo two");
        var reader = child.Stdout!.AsPipeReader();
        var result = await reader.ReadAsync().AsTask().Soon();
        reader.AdvanceTo(result.Buffer.GetPosition(4), result.Buffer.End);
        await reader.CompleteAsync();

        Assert.Equal("two", await child.Stdout.ReadLineAsync().Soon());
    }

    [Fact]
    public async Task A_handler_of_Data_that_removes_itself_leaves_the_rest()
    {
        await using var child = SpawnScript("printf one; read go; printf two");
        var first = new TaskCompletionSource<string>();
        EventHandler<DataEventArgs> handler = null!;
        handler = (_, e) =>
        {
            child.Stdout!.Data -= handler;
            first.SetResult(e.Text);
        };
        child.Stdout!.Data += handler;

        Assert.Equal("one", await first.Task.Soon());
        await child.Stdin!.WriteAsync("go\n"u8.ToArray());
        Assert.Equal("two", await child.Stdout.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Waiting_for_a_line_leaves_the_rest_and_does_not_block_the_child()
    {
        await using var child = SpawnScript("echo starting; echo listening on 1234; seq 1 100000");

        Assert.Equal("listening on 1234", await child.Stdout!.WaitForLineAsync("listening").Soon());
        Assert.Equal(0, (await child.WaitForExitAsync().Soon()).ExitCode);

        Assert.Equal("1", await child.Stdout.ReadLineAsync().Soon());
        Assert.Equal("100000", (await child.Stdout.ReadLinesAsync().ToListAsync().AsTask().Soon())[^1]);
    }

    [Fact]
    public async Task A_line_that_never_arrives_is_an_EndOfStreamException_with_the_last_lines()
    {
        await using var child = SpawnScript("echo one; echo two");

        var failure = await Assert.ThrowsAsync<EndOfStreamException>(() => child.Stdout!.WaitForLineAsync(line => line == "three").Soon());

        Assert.Contains("one\ntwo", failure.Message);
    }

    [Fact]
    public async Task A_line_that_does_not_arrive_in_time_is_a_TimeoutException()
    {
        await using var child = Cat.Spawn();

        await Assert.ThrowsAsync<TimeoutException>(() => child.Stdout!.WaitForLineAsync("x", TimeSpan.FromMilliseconds(50)).Soon());
    }

    [Fact]
    public async Task A_line_longer_than_MaxLineLength_throws_and_its_bytes_can_still_be_read()
    {
        await using var child = SpawnScript("printf 'short\\n'; printf '%01000d\\n' 1");
        child.Stdout!.MaxLineLength = 100;

        Assert.Equal("short", await child.Stdout.ReadLineAsync().Soon());
        await Assert.ThrowsAsync<InvalidDataException>(() => child.Stdout.ReadLineAsync().Soon());
        Assert.Equal(1001, (await child.Stdout.ReadToEndAsync().Soon()).Length);
    }

    [Fact]
    public async Task A_disposed_output_cannot_be_read()
    {
        await using var child = SpawnScript("echo text");
        child.Stdout!.Dispose();

        Assert.False(child.Stdout.CanRead);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => child.Stdout.ReadAsync(new byte[1]).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => child.Stdout.ReadLineAsync());
        Assert.Throws<ObjectDisposedException>(() => child.Stdout.Read(new byte[1]));
    }

    private static (string Name, Func<ChildProcess, Task<string>> Read)[] Ways =>
    [
        ("ReadToEndAsync", child => child.Stdout!.ReadToEndAsync()),
        ("ReadLineAsync", async child =>
        {
            var lines = new List<string>();
            while (await child.Stdout!.ReadLineAsync() is { } line)
            {
                lines.Add(line);
            }

            return string.Join('\n', lines);
        }),
        ("ReadLinesAsync", async child => string.Join('\n', await child.Stdout!.ReadLinesAsync().ToListAsync())),
        ("ReadUtf8Lines", async child =>
        {
            var lines = new List<string>();
            using var reader = child.Stdout!.ReadUtf8Lines();
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out var line))
                {
                    lines.Add(Encoding.UTF8.GetString(line));
                }
            }

            return string.Join('\n', lines);
        }),
        ("CopyToAsync", async child =>
        {
            var bytes = new MemoryStream();
            await child.Stdout!.CopyToAsync(bytes);
            return Encoding.UTF8.GetString(bytes.ToArray());
        }),
        ("Read", child => Task.Factory.StartNew(() => new StreamReader(child.Stdout!).ReadToEnd(), TaskCreationOptions.LongRunning)),
        ("AsPipeReader", async child =>
        {
            var reader = child.Stdout!.AsPipeReader();
            while (true)
            {
                var result = await reader.ReadAsync();
                if (result.IsCompleted)
                {
                    return Encoding.UTF8.GetString(result.Buffer.ToArray());
                }

                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }),
        ("Data", async child =>
        {
            var text = new StringBuilder();
            child.Stdout!.Data += (_, e) => text.Append(e.Text);
            await child.WaitForCloseAsync();
            return text.ToString();
        }),
    ];
}
