using TypedExec.Running;
using TypedExec.Services;

namespace TypedExec;

/// <summary>
/// Represents the children of a spawned pipeline, which run at the same time and are connected by the kernel's pipes.
/// </summary>
/// <remarks>A stage blocks when its piped stderr isn't read, and so does the last stage when its piped stdout isn't read, as a
/// single child does. Read them, or redirect them with <see cref="SpawnOptions.Stdio"/>.</remarks>
public sealed class ChildPipeline : IAsyncDisposable
{
    private readonly RunPlan _plan;
    private readonly ChildProcess[] _stages;

    private ChildPipeline(RunPlan plan, ChildProcess[] stages)
    {
        _plan = plan;
        _stages = stages;
    }

    /// <summary>Gets the children, in order.</summary>
    public IReadOnlyList<ChildProcess> Stages => _stages;

    /// <summary>Gets the first stage's stdin, or null if it isn't a pipe.</summary>
    public ChildInput? Stdin => _stages[0].Stdin;

    /// <summary>Gets the last stage's stdout, or null if it isn't a pipe.</summary>
    public ChildOutput? Stdout => _stages[^1].Stdout;

    /// <summary>Sends a signal to every stage that is still running, without waiting for any of them to exit.</summary>
    /// <param name="signal">The signal to send.</param>
    /// <returns>True if the signal was sent to at least one stage.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signal"/> isn't a valid signal.</exception>
    public bool Kill(Signal signal = Signal.SIGTERM)
    {
        var isSent = false;
        foreach (var stage in _stages)
        {
            isSent |= stage.Kill(signal);
        }

        return isSent;
    }

    /// <summary>
    /// Asks all stages that are still running to exit, as <see cref="ChildProcess.StopAsync"/> does, and waits until they have
    /// exited.
    /// </summary>
    /// <param name="grace">How long each stage may take before <see cref="Signal.SIGKILL"/> is sent. The default is
    /// <see cref="ProcessOptions.ForceKillAfter"/>, which is 5 seconds unless set. Use <see cref="Timeout.InfiniteTimeSpan"/> for
    /// no limit.</param>
    /// <param name="cancellationToken">Stops waiting; the stages are still being stopped.</param>
    /// <returns>The exit status of the last stage.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative.</exception>
    /// <exception cref="ExecException">A stage couldn't be started or can't be signaled (<c>EPERM</c>).</exception>
    public async Task<ExitStatus> StopAsync(TimeSpan? grace = null, CancellationToken cancellationToken = default)
    {
        var ends = Array.ConvertAll(_stages, stage => stage.StopAsync(grace, cancellationToken));
        return (await Task.WhenAll(ends).ConfigureAwait(false))[^1];
    }

    /// <summary>Waits until all stages have exited.</summary>
    /// <param name="cancellationToken">Stops waiting; the stages keep running.</param>
    /// <exception cref="ExecException">A stage couldn't be started; the others have been stopped.</exception>
    public Task<PipelineStatus> WaitForExitAsync(CancellationToken cancellationToken = default)
        => WaitAsync(static (stage, cancellationToken) => stage.WaitForExitAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Waits until all stages have exited, their output has ended, and the handlers of their <c>Closed</c> events have run.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting; the stages keep running.</param>
    /// <exception cref="ExecException">A stage couldn't be started; the others have been stopped.</exception>
    public Task<PipelineStatus> WaitForCloseAsync(CancellationToken cancellationToken = default)
        => WaitAsync(static (stage, cancellationToken) => stage.WaitForCloseAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Stops all stages that are still running, as <see cref="ChildProcess.DisposeAsync"/> does, and waits until they have
    /// exited.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        var ends = Array.ConvertAll(_stages, static stage => stage.DisposeAsync().AsTask());
        await Task.WhenAll(ends).ConfigureAwait(false);
    }

    internal static ChildPipeline Start(RunPlan plan, CancellationToken cancellationToken)
    {
        var stages = cancellationToken.IsCancellationRequested
            ? StageStart.None(plan, new OperationCanceledException(cancellationToken))
            : !TryTakeSlots(plan, out var slots, out var refusal) ? StageStart.None(plan, refusal)
            : StageStart.Start(plan, slots: slots);
        foreach (var stage in stages)
        {
            stage.StopOn(cancellationToken);
            stage.Watch();
        }

        if (StageStart.FailedStage(stages) >= 0)
        {
            foreach (var stage in stages)
            {
                _ = stage.DisposeAsync();
            }
        }

        return new ChildPipeline(plan, stages);
    }

    /// <summary>Takes one slot per stage, because each stage returns its own when it exits.</summary>
    private static bool TryTakeSlots(
        RunPlan plan, out IDisposable[]? taken, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out ExecException? refusal)
    {
        (taken, refusal) = (null, null);
        if (RunService.Current?.Slots is not { } slots)
        {
            return true;
        }

        taken = new IDisposable[plan.Requests.Count];
        for (var i = 0; i < taken.Length; i++)
        {
            if (slots.TryTake(1) is { } slot)
            {
                taken[i] = slot;
                continue;
            }

            foreach (var one in taken.Take(i))
            {
                one.Dispose();
            }

            refusal = slots.Refusal(plan.Command);
            return false;
        }

        return true;
    }

    private async Task<PipelineStatus> WaitAsync(Func<ChildProcess, CancellationToken, Task<ExitStatus>> wait, CancellationToken cancellationToken)
    {
        var failed = StageStart.FailedStage(_stages);
        var statuses = new ExitStatus[_stages.Length];
        var ends = Array.ConvertAll(
            _stages,
            stage => stage.StartFailure is null
                ? wait(stage, cancellationToken)
                : stage.AfterHandlersAsync(Task.FromResult(default(ExitStatus))).WaitAsync(cancellationToken));
        // Wait for all of them before the first one's cancellation is thrown.
        _ = await Task.WhenAll(ends).ConfigureAwait(false);
        for (var i = 0; i < statuses.Length; i++)
        {
            statuses[i] = await ends[i].ConfigureAwait(false);
        }

        return failed < 0
            ? new PipelineStatus(statuses, PipelineFailure.FirstFailedStage<ExitStatus>(_plan, statuses, static status => status))
            : throw OutcomeMapper.StartError(_plan, failed, _stages[failed].StartFailure!);
    }
}
