using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Commands;

/// <summary>What results contain, and which exit codes count as success.</summary>
public sealed class ResultTests
{
    private static readonly Executable Grep = new("grep") { Defaults = new() { SuccessExitCodes = [0, 1] } };

    [Fact]
    public async Task Accepted_exit_codes_are_not_failures()
    {
        var result = await Grep.ExecFile(["x"], new() { Input = "abc" }).Soon();

        Assert.Equal((1, true, new ExitStatus(1, null)), (result.ExitCode, result.Success, result.Status));
        Assert.Same(result, result.EnsureSuccess());
        Assert.True(Grep.ExecFileSync(["x"], new() { Input = "abc" }).Success);
        Assert.True(Grep.SpawnSync(["x"], new() { Input = "abc" }).Success);
        await Assert.ThrowsAsync<ExecException>(() => Grep.ExecFile(["x", "/no/such/file"]).Soon());
        await Assert.ThrowsAsync<ExecException>(() => Grep.ExecFile(["x"], new() { Input = "abc", SuccessExitCodes = [0] }).Soon());
        Assert.True((await (new Executable("echo")["abc"] | Grep["x"]).ExecFile().Soon()).Success);
        await using var pipeline = (new Executable("echo")["abc"] | Grep["x"]).Spawn();
        Assert.True((await pipeline.WaitForExitAsync(TestContext.Current.CancellationToken).Soon()).Success);
    }

    [Fact]
    public async Task Zero_can_be_a_failure()
        => await Assert.ThrowsAsync<ExecException>(() => True.ExecFile(new() { SuccessExitCodes = [7] }).Soon());

    [Fact]
    public async Task EnsureSuccess_throws_the_calls_exception()
    {
        var options = new ExecFileOptions { ThrowOnFailure = false };
        var result = await ExecScript("echo bad >&2; exit 3", options).Soon();

        Assert.False(result.Success);
        var thrown = await Assert.ThrowsAsync<ExecException>(() => ExecScript("echo bad >&2; exit 3").Soon());
        var error = Assert.Throws<ExecException>(void () => result.EnsureSuccess());
        Assert.Equal((thrown.Message, thrown.ExitCode, thrown.Stderr, thrown.Cmd), (error.Message, error.ExitCode, error.Stderr, error.Cmd));
        var pipeline = await (Sh["-c", "exit 3"] | Cat).ExecFile(options).Soon();
        Assert.Equal(0, Assert.Throws<ExecException>(void () => pipeline.EnsureSuccess()).Stage);
        Assert.Equal((false, 3), (pipeline.Stages[0].Success, pipeline.Stages[0].Status.ExitCode));
    }

    [Fact]
    public async Task Lines_are_split_at_every_line_ending()
    {
        Assert.Equal(["a", "b", "", "c", "d"], (await ExecScript("printf 'a\\nb\\r\\n\\nc\\rd'").Soon()).StdoutLines);
        Assert.Equal(["a"], (await ExecScript("echo a").Soon()).StdoutLines);
        Assert.Empty((await True.ExecFile().Soon()).StdoutLines);
        Assert.Equal(["a", "b"], (await (new Executable("printf")["a\\nb\\n"] | Cat).ExecFile().Soon()).StdoutLines);
    }

    [Fact]
    public void A_fake_needs_no_child()
    {
        var result = new ExecResult("out\n", "err\n");

        Assert.Equal(("out\n", "err\n", 0, true), (result.Stdout, result.Stderr, result.ExitCode, result.Success));
        var failed = new ExecResult(stderr: "bad", exitCode: 2, command: "git push");
        Assert.False(failed.Success);
        Assert.Equal((2, "bad", "git push"), Assert.Throws<ExecException>(void () => failed.EnsureSuccess()) is var e ? (e.ExitCode, e.Stderr, e.Cmd) : default);
        Assert.Equal(Signal.SIGKILL, new ExecResult(new ExitStatus(null, Signal.SIGKILL), default, default).Signal);
    }
}
