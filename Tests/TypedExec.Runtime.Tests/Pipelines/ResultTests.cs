namespace TypedExec.Tests.Pipelines;

public sealed class ResultTests
{
    [Fact]
    public async Task Each_stage_reads_the_output_of_the_previous_one()
    {
        var result = await (new Tool("head", "-c", "1000000", "/dev/zero") | Tool.Cat | new Tool("wc", "-c")).ExecFile().Soon();

        Assert.Equal("1000000", result.Stdout.Trim());
        Assert.All(result.Stages, stage => Assert.Equal(0, stage.ExitCode));
        Assert.True(result.Success);
        Assert.Equal("head -c 1000000 /dev/zero | cat | wc -c", result.Command);
    }

    [Fact]
    public void The_sync_form_gives_the_same()
    {
        var result = (new Tool("head", "-c", "1000000", "/dev/zero") | Tool.Cat | new Tool("wc", "-c")).ExecFileSync();

        Assert.Equal("1000000", result.Stdout.Trim());
        Assert.All(result.Stages, stage => Assert.Equal(0, stage.ExitCode));
    }

    [Fact]
    public async Task SIGPIPE_in_an_early_stage_is_not_a_failure()
    {
        var result = await (new Tool("yes") | new Tool("head", "-n", "1")).ExecFile().Soon();

        Assert.Equal("y\n", result.Stdout);
        Assert.Equal(Signal.SIGPIPE, result.Stages[0].Signal);
        Assert.True(result.Success);
    }

    [Fact]
    public void SIGPIPE_in_an_early_stage_is_not_a_failure_in_the_sync_form()
        => Assert.Equal("y\n", (new Tool("yes") | Tool.Cat | new Tool("head", "-n", "1")).ExecFileSync().Stdout);

    [Fact]
    public async Task SIGPIPE_in_the_last_stage_is_a_failure()
    {
        var failure = await (Tool.Cat | Tool.Sh("kill -PIPE $$")).ExecFile(new ExecFileOptions { Input = "x" }).FailureAsync();

        Assert.Equal((1, Signal.SIGPIPE), (failure.Stage, failure.Signal));
    }

    [Fact]
    public async Task A_failing_stage_in_the_middle_fails_the_whole_and_is_named()
    {
        var failure = await (Tool.Sh("echo x; exit 0") | Tool.Sh("cat >/dev/null; echo sorry >&2; exit 3") | Tool.Cat).ExecFile().FailureAsync();

        Assert.Equal("sh -c cat >/dev/null; echo sorry >&2; exit 3 failed with exit code 3 (stage 2 of 3): sorry", failure.Message);
        Assert.Equal((1, 3, "sorry\n"), (failure.Stage, failure.ExitCode, failure.Stderr));
        Assert.Equal(["-c", "cat >/dev/null; echo sorry >&2; exit 3"], failure.SpawnArgs);
        Assert.False(failure.Killed);
    }

    [Fact]
    public void The_sync_form_names_the_failing_stage_too()
    {
        var failure = Assert.Throws<ExecException>(() => (Tool.Sh("exit 4") | Tool.Sh("cat; exit 5")).ExecFileSync());

        Assert.Equal((0, 4), (failure.Stage, failure.ExitCode));
    }

    [Fact]
    public async Task Without_PipeFail_the_last_stage_decides()
    {
        var result = await ((Tool.Sh("echo x; exit 3") | Tool.Cat) with { PipeFail = false }).ExecFile().Soon();
        var failure = await ((Tool.Cat | Tool.Sh("exit 6")) with { PipeFail = false }).ExecFile(new ExecFileOptions { Input = "" }).FailureAsync();

        Assert.Equal("x\n", result.Stdout);
        Assert.Equal(3, result.Stages[0].ExitCode);
        Assert.Equal((1, 6), (failure.Stage, failure.ExitCode));
    }

    [Fact]
    public async Task Without_ThrowOnFailure_the_result_has_the_status_of_each_stage()
    {
        var result = await (Tool.Sh("echo a >&2; exit 1") | Tool.Sh("cat; echo b >&2; kill -TERM $$") | Tool.Cat)
            .ExecFile(new ExecFileOptions { ThrowOnFailure = false }).Soon();

        Assert.Equal(0, result.FailedStage);
        Assert.False(result.Success);
        Assert.Equal([1, null, 0], result.Stages.Select(stage => stage.ExitCode));
        Assert.Equal([null, Signal.SIGTERM, null], result.Stages.Select(stage => stage.Signal));
        Assert.Equal(["a\n", "b\n", ""], result.Stages.Select(stage => stage.Stderr));
    }

    [Fact]
    public async Task Input_goes_to_the_first_stage()
    {
        var input = new string('x', 300_000);
        var options = new ExecFileOptions { Input = input };
        var pipeline = Tool.Cat | Tool.Cat | new Tool("tr", "x", "y");

        Assert.Equal(input.Replace('x', 'y'), (await pipeline.ExecFile(options).Soon()).Stdout);
        Assert.Equal(input.Replace('x', 'y'), pipeline.ExecFileSync(options).Stdout);
    }

    [Fact]
    public async Task With_open_input_the_first_stage_can_be_written_to()
    {
        var execution = (Tool.Cat | new Tool("tr", "a-z", "A-Z")).ExecFile(new() { Input = ProcessInput.Open });
        await execution.Stdin!.WriteAsync("abc"u8.ToArray());
        await execution.Stdin.DisposeAsync();

        Assert.Equal("ABC", (await execution.Soon()).Stdout);
    }

    [Fact]
    public async Task Too_much_output_ends_all_stages_and_names_the_last()
    {
        var options = new ExecFileOptions { MaxBuffer = 1000 };
        var pipeline = new Tool("yes") | Tool.Cat | Tool.Cat;

        var failure = await pipeline.ExecFile(options).FailureAsync();
        var syncFailure = Assert.Throws<ExecException>(() => pipeline.ExecFileSync(options));

        Assert.Equal(("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", 2, 1000), (failure.Code, failure.Stage, failure.Stdout.Length));
        Assert.Equal(("ENOBUFS", 2, 1000), (syncFailure.Code, syncFailure.Stage, syncFailure.Stdout.Length));
    }

    [Fact]
    public async Task Too_much_stderr_ends_all_stages_and_names_the_one_that_wrote_it()
    {
        var failure = await (Tool.Cat | Tool.Sh("yes >&2") | Tool.Cat).ExecFile(new ExecFileOptions { MaxBuffer = 1000 }).FailureAsync();

        Assert.Equal(("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", 1), (failure.Code, failure.Stage));
    }

    [Fact]
    public async Task A_hundred_pipelines_run_at_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            i => (new Tool("echo", $"{i}") | Tool.Cat | Tool.Cat).ExecFile().AsTask())).Soon();

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}\n"), results.Select(result => result.Stdout));
    }
}
