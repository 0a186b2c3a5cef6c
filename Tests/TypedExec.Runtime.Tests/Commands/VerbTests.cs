using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Commands;

/// <summary>RunAsync, Run, the lines, and the tokens of Spawn and Fork.</summary>
public sealed class VerbTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_RunAsync_and_Run_the_child_inherits_stdio()
    {
        foreach (var how in new[] { "run-async", "run" })
        {
            var result = await new Executable(OwnProcess.File).ExecFile([how], new() { Input = "from stdin\n" }).Soon();

            Assert.Equal("from stdin\n", result.Stdout);
            Assert.Equal("err\n", result.Stderr);
        }
    }

    [Fact]
    public async Task A_failure_of_RunAsync_and_Run_throws()
    {
        var fail = Sh["-c", "exit 3"];

        Assert.Equal(3, (await Assert.ThrowsAsync<ExecException>(() => fail.RunAsync().AsTask().Soon())).ExitCode);
        Assert.Equal(3, Assert.Throws<ExecException>(() => fail.Run()).ExitCode);
        Assert.Equal(3, (await fail.RunAsync(new() { ThrowOnFailure = false }).Soon()).ExitCode);
    }

    [Fact]
    public async Task Run_can_also_capture()
    {
        Assert.Equal("x\n", (await Sh["-c", "echo x"].RunAsync(new() { Stdout = [Output.Capture] }).Soon()).Stdout);
        Assert.Equal("x\n", Sh["-c", "echo x"].Run(new() { Stdout = [Output.Capture] }).Stdout);
        Assert.Equal("x\n", (await (Sh["-c", "echo x"] | Cat).RunAsync(new() { Stdout = [Output.Capture] }).Soon()).Stdout);
        Assert.Equal("x\n", (Sh["-c", "echo x"] | Cat).Run(new() { Stdout = [Output.Capture] }).Stdout);
    }

    [Fact]
    public async Task ReadLinesAsync_gives_lines_while_the_child_runs()
    {
        using var directory = new TempDirectory();
        var go = directory["go"];
        var lines = new List<string>();
        await foreach (var line in Sh["-c", $"echo 1; while ! test -e {go}; do sleep .01; done; echo 2"].ReadLinesAsync(cancellationToken: Token))
        {
            lines.Add(line);
            await File.WriteAllTextAsync(go, "", Token);
        }

        Assert.Equal(["1", "2"], lines);
    }

    [Fact]
    public async Task A_failure_is_thrown_after_the_last_line()
    {
        var lines = new List<string>();

        var error = await Assert.ThrowsAsync<ExecException>(async () =>
        {
            await foreach (var line in Sh["-c", "echo 1; echo bad >&2; exit 3"].ReadLinesAsync())
            {
                lines.Add(line);
            }
        });

        Assert.Equal(["1"], lines);
        Assert.Equal((3, "bad\n"), (error.ExitCode, error.Stderr));
    }

    [Fact]
    public async Task Leaving_the_loop_stops_the_child()
    {
        await foreach (var line in new Executable("yes").ReadLinesAsync(cancellationToken: Token))
        {
            Assert.Equal("y", line);
            break;
        }

        using var directory = new TempDirectory();
        await foreach (var line in Sh["-c", "echo $$; exec sleep 300"].ReadLinesAsync(cancellationToken: Token))
        {
            await File.WriteAllTextAsync(directory["pid"], line, Token);
            break;
        }

        Assert.False(Directory.Exists("/proc/" + await File.ReadAllTextAsync(directory["pid"], Token)));
    }

    [Fact]
    public async Task A_token_ends_the_loop()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Sh["-c", "echo 1; exec sleep 300"].ReadLinesAsync(cancellationToken: cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task Each_loop_is_a_new_run_and_invalid_options_throw_at_the_call()
    {
        var lines = Sh["-c", "echo x"].ReadLinesAsync();

        Assert.Equal(["x"], await lines.ToListAsync(Token));
        Assert.Equal(["x"], await lines.ToListAsync(Token));
        Assert.Throws<ArgumentException>(() => Sh.ReadLinesAsync(new() { Cwd = "" }));
    }

    [Fact]
    public async Task ReadAllLinesAsync_distinguishes_stderr_from_stdout()
    {
        var both = Sh["-c", "echo out; echo err >&2"];

        Assert.Equal(
            [new OutputLine("err", true), new OutputLine("out", false)],
            (await both.ReadAllLinesAsync().ToListAsync(Token)).OrderBy(line => line.Text));
        Assert.Equal(
            [new OutputLine("out", false), new OutputLine("err", false)],
            await both.ReadAllLinesAsync(new() { Stderr = [Output.Stdout] }).ToListAsync(Token));
        Assert.Equal(
            [new OutputLine("err", true), new OutputLine("out", false)],
            (await (both | Cat).ReadAllLinesAsync().ToListAsync(Token)).OrderBy(line => line.Text));
    }

    [Fact]
    public async Task Many_lines_on_both_outputs_do_not_hang()
    {
        var count = 0;
        await foreach (var _ in Sh["-c", "seq 1 20000; seq 1 20000 >&2"].ReadAllLinesAsync(cancellationToken: Token))
        {
            count++;
        }

        Assert.Equal(40_000, count);
    }

    [Fact]
    public async Task Canceling_Spawn_kills_the_child_and_the_await_throws()
    {
        using var cancellation = new CancellationTokenSource();
        await using var child = Sleep.Spawn(["30"], cancellationToken: cancellation.Token);
        var errors = new List<Exception>();
        child.Error += (_, error) => errors.Add(error.Exception);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => child.WaitForExitAsync(Token).Soon());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => child.WaitForCloseAsync(Token).Soon());
        Assert.Equal(Signal.SIGTERM, child.SignalCode);
        Assert.True(child.Killed);
        Assert.IsType<OperationCanceledException>(Assert.Single(errors));
    }

    [Fact]
    public async Task An_already_canceled_token_starts_nothing()
    {
        var child = Sleep.Spawn(["30"], cancellationToken: new CancellationToken(canceled: true));

        Assert.Null(child.Pid);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => child.WaitForExitAsync(Token).Soon());
    }

    [Fact]
    public async Task Canceling_after_the_end_has_no_effect()
    {
        using var cancellation = new CancellationTokenSource();
        await using var child = True.Spawn([], cancellationToken: cancellation.Token);
        await child.WaitForCloseAsync(Token).Soon();
        await cancellation.CancelAsync();

        Assert.Equal(0, (await child.WaitForExitAsync(Token).Soon()).ExitCode);
    }

    [Fact]
    public async Task A_token_ends_a_spawned_pipeline()
    {
        using var cancellation = new CancellationTokenSource();
        await using var pipeline = (Sleep["30"] | Cat).Spawn(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.WaitForExitAsync(Token).Soon());
    }

    [Fact]
    public async Task Disposing_an_execution_stops_the_child()
    {
        await using (var execution = Sleep.ExecFile("30"))
        {
            Assert.NotNull(execution.Child.Pid);
        }

        var pipeline = (Sleep["30"] | Cat).ExecFile();
        await pipeline.DisposeAsync();
        Assert.True(pipeline.AsTask().IsFaulted);
    }
}
