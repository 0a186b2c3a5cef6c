using System.Text;
using TypedExec.Running.Outputs;
using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Commands;

/// <summary>The targets of stdout and stderr.</summary>
public sealed class OutputTests
{
    private const string Both = "echo out; echo err >&2";

    [Fact]
    public async Task An_output_can_be_captured_and_sent_to_several_targets_at_once()
    {
        var lines = new List<string>();
        var stream = new MemoryStream();
        var bytes = new MemoryStream();
        var result = await ExecScript("printf 'a\\nb\\r\\nc\\rd'", new()
        {
            Stdout =
            [
                Output.Capture, Output.ToLines(lines.Add), Output.ToStream(stream),
                Output.To((piece, token) => bytes.WriteAsync(piece, token)),
            ],
        }).Soon();

        Assert.Equal("a\nb\r\nc\rd", result.Stdout);
        Assert.Equal(["a", "b", "c", "d"], lines);
        Assert.Equal("a\nb\r\nc\rd", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal("a\nb\r\nc\rd", Encoding.UTF8.GetString(bytes.ToArray()));
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task Without_Capture_the_result_is_empty()
    {
        var lines = new List<string>();
        var result = await ExecScript(Both, new() { Stdout = [Output.ToLines(lines.Add)], Stderr = [] }).Soon();

        Assert.Equal(("", ""), (result.Stdout, result.Stderr));
        Assert.Equal(["out"], lines);
    }

    [Fact]
    public async Task Stderr_can_be_merged_into_stdout_in_order()
    {
        var options = new ExecFileOptions { Stderr = [Output.Stdout] };

        Assert.Equal("out\nerr\nout\n", (await ExecScript(Both + "; echo out", options).Soon()).Stdout);
        Assert.Equal("out\nerr\nout\n", Sh.ExecFileSync(["-c", Both + "; echo out"], options).Stdout);
        Assert.Equal("out\nerr\n", (await (Sh["-c", Both] | new Executable("cat")).ExecFile(options).Soon()).Stdout);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_created_or_appended_to(bool withCapture)
    {
        using var directory = new TempDirectory();
        var path = directory["log"];
        await File.WriteAllTextAsync(path, "before\n", TestContext.Current.CancellationToken);
        Output[] rest = withCapture ? [Output.Capture] : [];

        await ExecScript("echo 1", new() { Stdout = [Output.ToFile(path), .. rest] }).Soon();
        Sh.ExecFileSync(["-c", "echo 2"], new() { Stdout = [Output.ToFile(path, append: true), .. rest] });

        Assert.Equal("1\n2\n", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_single_file_captures_both_outputs()
    {
        using var directory = new TempDirectory();
        var file = Output.ToFile(directory["log"]);

        await ExecScript(Both, new() { Stdout = [file], Stderr = [file] }).Soon();
        Assert.Equal("out\nerr\n", await File.ReadAllTextAsync(directory["log"], TestContext.Current.CancellationToken));
        await ExecScript(Both, new() { Stdout = [file, Output.Capture], Stderr = [file, Output.Capture] }).Soon();
        Assert.Equal(["err", "out"], (await File.ReadAllLinesAsync(directory["log"], TestContext.Current.CancellationToken)).Order());
    }

    [Fact]
    public async Task A_shared_file_captures_an_output_that_starts_after_the_other_ended()
    {
        using var directory = new TempDirectory();
        var file = new FileTarget(Output.ToFile(directory["log"]));

        foreach (var text in new[] { "out\n", "err\n" })
        {
            file.Share();
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
            await file.EndAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("out\nerr\n", await File.ReadAllTextAsync(directory["log"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Inherit_uses_the_parents_descriptor_and_copies_if_combined()
    {
        var script = $"{OwnProcess.File} tee";

        Assert.Equal("captured 4\nout\n", string.Concat((await ExecScript(script).Soon()).Stdout.Split('\n').Order().Select(line => line + "\n")).TrimStart());
    }

    [Fact]
    public async Task An_async_lambda_is_awaited_line_by_line()
    {
        var lines = new List<string>();
        await ExecScript("seq 1 100", new()
        {
            Stdout = [Output.ToLines(async line =>
            {
                await Task.Yield();
                lines.Add(line);
            })],
        }).Soon();

        Assert.Equal(Enumerable.Range(1, 100).Select(number => $"{number}"), lines);
    }

    [Fact]
    public async Task An_exception_from_a_target_fails_the_run_and_stops_the_child()
    {
        var thrown = new InvalidOperationException("no");

        async Task FailAsync(Output output) => Assert.Same(
            thrown,
            await Assert.ThrowsAsync<InvalidOperationException>(() => ExecScript("echo x; sleep 300", new() { Stdout = [output, Output.Capture] }).Soon()));

        await FailAsync(Output.ToLines(_ => throw thrown));
        await FailAsync(Output.ToLines(async _ =>
        {
            await Task.Yield();
            throw thrown;
        }));
        await FailAsync(Output.To((_, _) => throw thrown));
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
            () => Sh.ExecFileSync(["-c", "echo x; sleep 300"], new() { Stdout = [Output.To((_, _) => throw thrown)] })));
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(
            () => (Sh["-c", "yes"] | new Executable("cat")).ExecFile(new() { Stdout = [Output.To((_, _) => throw thrown)] }).Soon()));
    }

    [Fact]
    public async Task A_file_that_cannot_be_created_fails_the_run()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => ExecScript("echo x", new() { Stdout = [Output.ToFile("/no/such/directory/file")] }).Soon());
        await Assert.ThrowsAsync<DirectoryNotFoundException>(
            () => ExecScript("echo x", new() { Stdout = [Output.ToFile("/no/such/directory/file"), Output.Capture] }).Soon());
    }

    [Fact]
    public async Task MaxBuffer_applies_alongside_targets()
    {
        var error = await Assert.ThrowsAsync<ExecException>(
            () => ExecScript("yes", new() { Stdout = [Output.Capture, Output.ToStream(Stream.Null)], MaxBuffer = 10_000 }).Soon());

        Assert.Equal("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", error.Code);
    }

    [Fact]
    public async Task A_hanging_target_does_not_delay_a_stopped_run()
    {
        using var cancellation = new CancellationTokenSource();
        var reached = new TaskCompletionSource();
        var execution = ExecScript(
            "yes",
            new()
            {
                Stdout = [Output.To(async (_, token) =>
                {
                    reached.TrySetResult();
                    await Task.Delay(Timeout.Infinite, token);
                })],
            },
            cancellation.Token);
        await reached.Task.Soon();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
    }

    [Fact]
    public async Task Stderr_lines_of_all_stages_arrive_one_at_a_time()
    {
        var inside = 0;
        var lines = new List<string>();
        var errors = Output.ToLines(async line =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            lines.Add(line);
            Interlocked.Decrement(ref inside);
        });
        var stage = Sh["-c", "for i in 1 2 3 4 5; do echo $i >&2; done; cat"];

        await (stage | stage | stage).ExecFile(new() { Stderr = [errors] }).Soon();

        Assert.Equal(15, lines.Count);
    }

    [Fact]
    public void Contradictory_options_are_rejected()
    {
        Assert.Throws<ArgumentException>(() => True.ExecFile(new() { Stdout = [Output.Stdout] }));
        Assert.Throws<ArgumentException>(() => True.ExecFile(new() { Stderr = [Output.Stdout, Output.Capture] }));
        Assert.Throws<ArgumentException>(() => True.ExecFile(new() { Stdout = [null!] }));
        Assert.Throws<ArgumentException>(() => Output.ToStream(new MemoryStream([], writable: false)));
        Assert.Throws<ArgumentException>(() => (new Executable("echo")["x"] | Cat).ToFile("/dev/null").ExecFile(new() { Stdout = [Output.Capture] }));
        Assert.Throws<ArgumentException>(() => True.ExecFileSync(new() { Input = ProcessInput.Open }));
    }

    [Fact]
    public async Task A_stream_is_an_input()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 200_000));

        Assert.Equal(bytes, (await Cat.ExecFile(new() { Input = new MemoryStream(bytes) }).Soon()).StdoutBytes.ToArray());
        Assert.Equal(bytes, Cat.ExecFileSync(new() { Input = new MemoryStream(bytes) }).StdoutBytes.ToArray());
        Assert.Equal(bytes, (await (Cat["-"] | Cat).ExecFile(new() { Input = new MemoryStream(bytes) }).Soon()).StdoutBytes.ToArray());
    }
}
