using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>Caller's streams that a child reads or writes: nothing is lost or overwritten.</summary>
public sealed class CallerStreamTests
{
    [Theory]
    [InlineData(FileMode.Create)]
    [InlineData(FileMode.Append)]
    public async Task Outputs_to_one_FileStream_are_appended_after_each_other_and_the_callers_writes(FileMode mode)
    {
        using var directory = new TempDirectory();
        var path = directory["file"];
        await File.WriteAllTextAsync(path, "old ");
        await using (var file = new FileStream(path, mode, FileAccess.Write))
        {
            file.Write("first "u8);
            await new Pipeline(new Echo("second")).ToStream(file).ExecFile().AsTask().Soon();
            await new Pipeline(new Echo("third")).ToStream(file).ExecFile().AsTask().Soon();
            file.Write("fourth "u8);
            _ = new Pipeline(new Echo("fifth")).ToStream(file).ExecFileSync();
            await SpawnScript("printf sixth", new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.From(file)] }).WaitForExitAsync().Soon();
            file.Write(" end"u8);
        }

        Assert.Equal(
            (mode == FileMode.Append ? "old " : "") + "first second\nthird\nfourth fifth\nsixth end", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_FileStream_continues_where_the_child_stopped_reading()
    {
        using var directory = new TempDirectory();
        var path = directory["file"];
        await File.WriteAllTextAsync(path, "0123456789");
        await using var file = File.OpenRead(path);
        Assert.Equal('0', file.ReadByte());

        var child = SpawnScript("dd bs=1 count=3 2>/dev/null", new SpawnOptions { Stdio = [Stdio.From(file)] });
        Assert.Equal("123", await child.Stdout!.ReadToEndAsync().Soon());
        await child.WaitForExitAsync().Soon();

        Assert.Equal('4', file.ReadByte());
    }

    [Fact]
    public async Task A_read_for_an_exited_child_is_canceled_before_the_wait_for_its_exit_completes()
    {
        var stream = new PostedStream();

        await True.Spawn([], new SpawnOptions { Stdio = [Stdio.From(stream)] }).WaitForExitAsync().Soon();

        Assert.Equal((0, false), (stream.Pending, stream.HasOverlapped));
    }

    [Fact]
    public async Task A_read_for_an_ended_pipeline_is_canceled_before_the_run_completes()
    {
        var stream = new PostedStream();

        await new Pipeline(new Echo("text")).FromStream(stream).ExecFile().AsTask().Soon();

        Assert.Equal((0, false), (stream.Pending, stream.HasOverlapped));
    }

    [Fact]
    public async Task Data_that_arrives_too_late_for_one_child_goes_to_the_next()
    {
        var stream = new PostedStream { IsDeaf = true };
        await True.Spawn([], new SpawnOptions { Stdio = [Stdio.From(stream)] }).WaitForExitAsync().Soon();

        stream.Post("text");
        stream.Post("");
        var child = Cat.Spawn([], new SpawnOptions { Stdio = [Stdio.From(stream)] });

        Assert.Equal("text", await child.Stdout!.ReadToEndAsync().Soon());
        Assert.False(stream.HasOverlapped);
    }

    public static IEnumerable<TheoryDataRow<string, string>> Ends =>
        from run in new[] { "input", "pipeline", "sync input", "spawn", "spawned pipeline" }
        from end in new[] { "early end", "timeout", "cancellation", "overflow", "disposal", "stop", "start failure" }
        where IsPossible(run, end)
        select new TheoryDataRow<string, string>(run, end);

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task After_a_run_its_input_stream_is_no_longer_read(string run, string end)
    {
        var stream = new PostedStream();
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfter(end == "cancellation" ? 150 : -1);

        await RunAsync(run, end, stream, cancellation.Token).Soon();

        Assert.Equal((0, false), (stream.Pending, stream.HasOverlapped));
        stream.Post("next");
        Assert.Equal("next", await ReadAsync(stream));
    }

    [Theory]
    [InlineData("target", "timeout", false)]
    [InlineData("target", "cancellation", true)]
    [InlineData("lines", "timeout", true)]
    [InlineData("pipeline", "timeout", false)]
    [InlineData("pipeline", "cancellation", true)]
    [InlineData("pipeline", "disposal", false)]
    [InlineData("spawn", "timeout", true)]
    [InlineData("spawn", "disposal", false)]
    [InlineData("spawn", "stop", true)]
    public async Task A_blocked_output_stream_does_not_delay_a_stopped_run(string run, string end, bool isDeaf)
    {
        var stream = new FullStream { IsDeaf = isDeaf };
        using var cancellation = new CancellationTokenSource();
        var options = new ExecFileOptions { Timeout = end == "timeout" ? TimeSpan.FromMilliseconds(300) : null };
        var spawn = new SpawnOptions { Timeout = options.Timeout, Stdio = [Stdio.Ignore, Stdio.From(stream)] };
        IAsyncDisposable running;
        Func<Task> wait;
        switch (run)
        {
            case "target" or "lines":
                var target = run == "target" ? Output.ToStream(stream) : Output.ToLines(async _ => await stream.WriteAsync(default(ReadOnlyMemory<byte>)));
                var execution = ExecScript("yes", options with { Stdout = [target] }, cancellation.Token);
                (running, wait) = (execution, execution.AsTask);
                break;
            case "pipeline":
                var pipeline = (Tool.Sh("yes") | Tool.Cat).ToStream(stream).ExecFile(options, cancellation.Token);
                (running, wait) = (pipeline, pipeline.AsTask);
                break;
            default:
                var child = SpawnScript("yes", spawn);
                (running, wait) = (child, end == "stop" ? () => child.StopAsync() : () => child.WaitForCloseAsync());
                break;
        }

        await stream.Entered.Soon();
        if (end == "cancellation")
        {
            await cancellation.CancelAsync();
        }

        if (end == "disposal")
        {
            await running.DisposeAsync().AsTask().Soon();
        }

        var failure = await Record.ExceptionAsync(() => wait().Soon());

        Assert.IsNotType<TimeoutException>(failure);
        Assert.Equal(isDeaf ? 1 : 0, stream.Pending);
        if (end == "timeout" && run != "spawn")
        {
            Assert.True(Assert.IsType<ExecException>(failure).TimedOut);
        }
    }

    [Fact]
    public async Task Two_outputs_into_one_stream_are_written_one_at_a_time()
    {
        var stream = new FullStream { IsSlow = true };
        await SpawnScript(
            "for i in 1 2 3 4 5; do echo a; echo b >&2; done",
            new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.From(stream), Stdio.From(stream)] }).WaitForCloseAsync().Soon();

        Assert.Equal((20, false), (stream.Written, stream.HasOverlapped));
    }

    private static bool IsPossible(string run, string end) => end switch
    {
        "overflow" => run is "input" or "pipeline" or "sync input",
        "cancellation" => run != "sync input",
        "disposal" => run != "sync input",
        "stop" => run is "spawn" or "spawned pipeline",
        "timeout" => run != "spawned pipeline",
        _ => true,
    };

    private static async Task RunAsync(string run, string end, Stream stream, CancellationToken cancellationToken)
    {
        ICommand last = end switch
        {
            "early end" => Tool.Sh("exit 0"),
            "overflow" => Tool.Sh("echo 0123456789; exec sleep 300"),
            "start failure" => new Tool("/no/such"),
            _ => new Tool("sleep", "300"),
        };
        var pipeline = (end == "early end" ? Tool.Sh("exit 0") : Tool.Cat) | last;
        var options = new ExecFileOptions
        {
            Timeout = end == "timeout" ? TimeSpan.FromMilliseconds(150) : null,
            MaxBuffer = end == "overflow" ? 5 : null,
        };
        var spawn = new SpawnOptions { Timeout = options.Timeout };
        switch (run)
        {
            case "input":
                var execution = last.ExecFile(options with { Input = stream }, cancellationToken);
                await EndAsync(end, execution, execution.AsTask);
                break;
            case "pipeline":
                var piped = pipeline.FromStream(stream).ExecFile(options, cancellationToken);
                await EndAsync(end, piped, piped.AsTask);
                break;
            case "sync input":
                await EndAsync(end, null, () => Task.Run(() => last.ExecFileSync(options with { Input = stream })));
                break;
            case "spawn":
                var child = last.Spawn(spawn with { Stdio = [Stdio.From(stream)] }, cancellationToken);
                await EndAsync(end, child, end == "stop" ? () => child.StopAsync() : () => child.WaitForExitAsync());
                break;
            default:
                var stages = pipeline.FromStream(stream).Spawn(spawn, cancellationToken);
                await EndAsync(end, stages, end == "stop" ? () => stages.StopAsync() : () => stages.WaitForExitAsync());
                break;
        }
    }

    private static async Task EndAsync(string end, IAsyncDisposable? run, Func<Task> wait)
    {
        if (end == "disposal")
        {
            await run!.DisposeAsync();
        }
        else
        {
            await wait().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var buffer = new byte[16];
        var count = await stream.ReadAsync(buffer).AsTask().Soon();
        return System.Text.Encoding.UTF8.GetString(buffer, 0, count);
    }

    private sealed class Echo(string text) : ICommand
    {
        public string FileName => "echo";

        public IReadOnlyList<string> ToArguments() => [text];
    }
}
