namespace TypedExec.Tests.Pipelines;

/// <summary>However a pipeline ends, nothing of it keeps running.</summary>
public sealed class EndingTests
{
    private static Pipeline Endless => new Tool("yes") | Tool.Cat | Tool.Sh("cat >/dev/null");

    [Fact]
    public async Task Cancelling_ends_every_stage()
    {
        using var cancellation = new CancellationTokenSource();
        var execution = Endless.ExecFile(cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        Assert.Equal(cancellation.Token, failure.CancellationToken);
        AssertGone(execution.Stages);
    }

    [Fact]
    public async Task A_canceled_token_starts_nothing()
    {
        var execution = Endless.ExecFile(cancellationToken: new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        Assert.All(execution.Stages, stage => Assert.Null(stage.Pid));
    }

    [Fact]
    public async Task A_timeout_ends_every_stage()
    {
        var execution = Endless.ExecFile(new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(50) });

        var failure = await execution.FailureAsync();

        Assert.True(failure is { TimedOut: true, Killed: true, Stage: null });
        Assert.Equal("yes | cat | sh -c cat >/dev/null", failure.Cmd);
        AssertGone(execution.Stages);
    }

    [Fact]
    public void A_timeout_of_the_sync_form_ends_every_stage()
    {
        var failure = Assert.Throws<ExecException>(
            () => (new Tool("sleep", "1000") | Tool.Cat).ExecFileSync(new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(50) }));

        Assert.True(failure is { TimedOut: true, Code: "ETIMEDOUT", Stage: null });
    }

    [Fact]
    public async Task A_stage_that_ignores_the_kill_signal_is_killed()
    {
        var execution = (Tool.Sh("trap '' TERM; echo; while :; do sleep 0.1; done") | Tool.Cat).ExecFile(new ExecFileOptions
        {
            MaxBuffer = 0,
            ForceKillAfter = TimeSpan.FromMilliseconds(1),
        });

        var failure = await execution.FailureAsync();

        Assert.Equal(1, failure.Stage);
        Assert.Equal(Signal.SIGKILL, execution.Stages[0].SignalCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_stage_that_cannot_be_started_ends_the_others_and_is_named(int missing)
    {
        var stages = new ICommand[] { new Tool("sleep", "1000"), new Tool("sleep", "1000"), new Tool("sleep", "1000") };
        stages[missing] = new Tool("/no/such");
        var execution = new Pipeline(stages).ExecFile();

        var failure = await execution.FailureAsync();

        Assert.Equal($"spawn /no/such ENOENT (stage {missing + 1} of 3)", failure.Message);
        Assert.Equal(("ENOENT", "/no/such", missing), (failure.Code, failure.Path, failure.Stage));
        AssertGone(execution.Stages.Take(missing));
        Assert.All(execution.Stages.Skip(missing), stage => Assert.Null(stage.Pid));
    }

    [Fact]
    public async Task Spawn_and_the_sync_form_also_name_a_stage_that_cannot_be_started()
    {
        var pipeline = new Tool("sleep", "1000") | new Tool("/no/such");
        var spawned = pipeline.Spawn();

        var failure = await Assert.ThrowsAsync<ExecException>(() => spawned.WaitForCloseAsync().Soon());
        var syncFailure = Assert.Throws<ExecException>(() => pipeline.ExecFileSync());

        Assert.Equal("spawn /no/such ENOENT (stage 2 of 2)", failure.Message);
        Assert.Equal("spawnSync /no/such ENOENT (stage 2 of 2)", syncFailure.Message);
        AssertGone(spawned.Stages.Take(1));
    }

    [Fact]
    public async Task Disposing_a_spawned_pipeline_ends_every_stage()
    {
        var pipeline = Endless.Spawn();

        await pipeline.DisposeAsync().AsTask().Soon();

        AssertGone(pipeline.Stages);
    }

    [Fact]
    public async Task A_spawned_pipeline_can_be_killed()
    {
        var pipeline = Endless.Spawn();

        Assert.True(pipeline.Kill());

        var status = await pipeline.WaitForExitAsync().Soon();
        Assert.False(status.Success);
        Assert.False(pipeline.Kill());
        AssertGone(pipeline.Stages);
    }

    [Fact]
    public async Task KillDescendants_reaches_what_the_stages_started()
    {
        var execution = (Tool.Sh("sleep 1000 & echo $! >&2; wait") | Tool.Cat).ExecFile(
            new ExecFileOptions { KillDescendants = true, Timeout = TimeSpan.FromMilliseconds(200) });

        var failure = await execution.FailureAsync();

        await Support.Processes.UntilEndedAsync(int.Parse(failure.Stderr.Trim()));
    }

    private static void AssertGone(IEnumerable<ChildProcess> stages)
        => Assert.All(stages, stage => Assert.True(Processes.IsGone(stage.Pid!.Value)));
}
