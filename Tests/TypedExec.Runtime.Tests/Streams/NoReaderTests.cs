using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>Unread output is kept, and doesn't make anything hang.</summary>
public sealed class NoReaderTests
{
    private const int More = (64 * 1024) + 1;

    public static TheoryData<string> Orders
    {
        get
        {
            var orders = new TheoryData<string>();
            string[] acts = ["out", "err", "line", "errline", "exit", "close", "dispose", "stop"];
            foreach (var first in acts)
            {
                foreach (var second in acts)
                {
                    orders.Add($"{first} {second} out err");
                }
            }

            return orders;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Output_beyond_the_pipe_size_on_each_stream_never_hangs(string order)
    {
        var child = SpawnScript($"head -c {More} /dev/zero; head -c {More} /dev/zero >&2; echo; echo >&2; head -c {More} /dev/zero");

        foreach (var act in order.Split(' '))
        {
            try
            {
                await (act switch
                {
                    "out" => child.Stdout!.ReadToEndAsync(),
                    "err" => child.Stderr!.ReadToEndAsync(),
                    "line" => child.Stdout!.ReadLineAsync(),
                    "errline" => child.Stderr!.ReadAsync(new byte[10]).AsTask(),
                    "exit" => child.WaitForExitAsync(),
                    "close" => child.WaitForCloseAsync(),
                    "stop" => child.StopAsync(),
                    _ => (Task)child.DisposeAsync().AsTask(),
                }).Soon();
            }
            catch (ObjectDisposedException) when (order.Contains("dispose", StringComparison.Ordinal))
            {
            }
        }

        await child.DisposeAsync().AsTask().Soon();
    }

    [Fact]
    public async Task Waiting_for_the_exit_completes_and_the_output_can_still_be_read()
    {
        await using var child = new Executable("seq").Spawn("1", "100000");

        Assert.Equal(0, (await child.WaitForExitAsync().Soon()).ExitCode);

        Assert.Equal(100_000, (await child.Stdout!.ReadLinesAsync().ToListAsync().AsTask().Soon()).Count);
    }

    [Fact]
    public async Task Stdout_can_be_read_while_the_child_writes_much_to_stderr()
    {
        await using var child = SpawnScript("i=0; while [ $i -lt 4000 ]; do echo 'a line of some forty characters, of an error' >&2; i=$((i+1)); done; echo done");

        Assert.Equal(["done"], await child.Stdout!.ReadLinesAsync().ToListAsync().AsTask().Soon());
    }

    [Fact]
    public async Task Beyond_MaxUnread_an_awaited_child_continues_and_readers_learn_how_much_was_dropped()
    {
        await using var child = new Executable("head").Spawn(["-c", "1000000", "/dev/zero"], new SpawnOptions { MaxUnread = 1000 });
        await child.WaitForExitAsync().Soon();
        await child.WaitForCloseAsync().Soon();

        var kept = new byte[2000];
        Assert.Equal(1000, await child.Stdout!.ReadAsync(kept).AsTask().Soon());
        var failure = await Assert.ThrowsAsync<IOException>(() => child.Stdout.ReadAsync(kept).AsTask().Soon());
        Assert.Contains($"{999_000:N0} bytes", failure.Message);
    }

    [Fact]
    public async Task Beyond_MaxUnread_reading_another_output_does_not_hang()
    {
        await using var child = SpawnScript("head -c 1000000 /dev/zero >&2; echo done", new SpawnOptions { MaxUnread = 1000 });

        Assert.Equal("done\n", await child.Stdout!.ReadToEndAsync().Soon());
        await Assert.ThrowsAsync<IOException>(() => child.Stderr!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_child_that_is_blocked_at_MaxUnread_continues_when_it_is_awaited()
    {
        await using var child = new Executable("head").Spawn(["-c", "1000000", "/dev/zero"], new SpawnOptions { MaxUnread = 1000 });
        await Waiting.UntilAsync(() => Processes.State(child.Pid!.Value) == 'S', "a child that waits for room");

        Assert.Equal(0, (await child.WaitForExitAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_reader_that_begins_to_read_has_everything_in_order()
    {
        await using var child = SpawnScript("seq 1 20000; read go; seq 20001 40000");
        await Task.WhenAny(child.WaitForExitAsync(), Task.Delay(100));

        var reading = child.Stdout!.ReadLinesAsync().ToListAsync().AsTask();
        await child.Stdin!.WriteAsync("go\n"u8.ToArray());

        Assert.Equal(Enumerable.Range(1, 40_000).Select(i => i.ToString()), await reading.Soon());
    }

    [Fact]
    public async Task A_Data_handler_with_a_capture_gets_everything_from_the_start()
    {
        var execution = new Executable("sh").ExecFile(["-c", "printf one; read go; printf two"], new ExecFileOptions { Input = ProcessInput.Open });
        var text = new StringBuilder();
        await Task.Delay(50);
        execution.Child.Stdout!.Data += (_, e) => text.Append(e.Text);
        await execution.Child.Stdin!.WriteAsync("go\n"u8.ToArray());

        var result = await execution.Soon();

        Assert.Equal(("onetwo", "onetwo"), (result.Stdout, text.ToString()));
    }

    [Fact]
    public async Task An_encoding_that_throws_in_Data_is_an_Error_and_then_Closed()
    {
        var log = new List<string>();
        var child = SpawnScript("printf '\\377'; echo text");
        child.Stdout!.Encoding = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        child.Stdout.Data += (_, _) => log.Add("data");
        child.Error += (_, e) => log.Add(e.Exception.GetType().Name);
        child.Closed += (_, _) => log.Add("closed");

        await child.WaitForCloseAsync().Soon();

        Assert.Equal([nameof(DecoderFallbackException), "closed"], log);
        await child.DisposeAsync().AsTask().Soon();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task A_limit_never_splits_a_character_and_counts_bytes_exactly(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["text"], "中文测试和更多的文字", new UnicodeEncoding(false, false));
        var file = directory["text"];
        if (encoding is UTF8Encoding)
        {
            await File.WriteAllTextAsync(file, "中文测试和更多的文字");
        }

        var failure = await new Executable("cat").ExecFile([file], new ExecFileOptions { MaxBuffer = 11, Encoding = encoding }).FailureAsync();
        var sync = new Executable("cat").SpawnSync([file], new SpawnSyncOptions { MaxBuffer = 11, Encoding = encoding });

        var expected = encoding is UTF8Encoding ? "中文测" : "中文测试和";
        Assert.Equal((expected, expected), (failure.Stdout, sync.Stdout));
        Assert.Equal(11, sync.Output![1]!.Length);
    }
}
