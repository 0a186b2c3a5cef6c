using TypedExec.Running;
using TypedExec.Services;

namespace TypedExec;

/// <summary>The children of a pipeline that was spawned, which run at the same time and are connected by the kernel's pipes.</summary>
/// <remarks>
/// A stage whose piped stderr, or a pipeline whose piped stdout, nobody reads is held by back-pressure, as a single child
/// is: read it, or say otherwise with <see cref="SpawnOptions.Stdio"/>.
/// </remarks>
public sealed class ChildPipeline : IAsyncDisposable
{
    private readonly RunPlan _plan;
    private readonly ChildProcess[] _stages;

    private ChildPipeline(RunPlan plan, ChildProcess[] stages)
    {
        _plan = plan;
        _stages = stages;
    }

    /// <summary>The children, in order.</summary>
    public IReadOnlyList<ChildProcess> Stages => _stages;

    /// <summary>The first stage's stdin, or null where it is no pipe.</summary>
    public ChildInput? Stdin => _stages[0].Stdin;

    /// <summary>The last stage's stdout, or null where it is no pipe.</summary>
    public ChildOutput? Stdout => _stages[^1].Stdout;

    /// <summary>Sends a signal to every stage that still runs. It does not wait.</summary>
    /// <param name="signal">The signal.</param>
    /// <returns>Whether it was sent to one at least.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signal"/> is no signal.</exception>
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
    /// Asks all stages that still run to end, as <see cref="ChildProcess.StopAsync"/> does, and waits for their end.
    /// </summary>
    /// <param name="grace">
    /// How long each may take before it gets <see cref="Signal.SIGKILL"/>. Default:
    /// <see cref="ProcessOptions.ForceKillAfter"/>, which is 5 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for as long as
    /// it likes.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; the stages are still being stopped.</param>
    /// <returns>How the last stage ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative.</exception>
    /// <exception cref="ExecException">A stage could not be started, or may not be signalled (<c>EPERM</c>).</exception>
    public async Task<ExitStatus> StopAsync(TimeSpan? grace = null, CancellationToken cancellationToken = default)
    {
        var ends = Array.ConvertAll(_stages, stage => stage.StopAsync(grace, cancellationToken));
        return (await Task.WhenAll(ends).ConfigureAwait(false))[^1];
    }

    /// <summary>Waits until all stages have ended.</summary>
    /// <param name="cancellationToken">Ends the waiting; the stages go on.</param>
    /// <exception cref="ExecException">A stage could not be started; the others have been ended.</exception>
    public Task<PipelineStatus> WaitForExitAsync(CancellationToken cancellationToken = default)
        => WaitAsync(static (stage, cancellationToken) => stage.WaitForExitAsync(cancellationToken), cancellationToken);

    /// <summary>Waits until all stages and their output have ended, and the handlers of their <c>Closed</c> have run.</summary>
    /// <param name="cancellationToken">Ends the waiting; the stages go on.</param>
    /// <exception cref="ExecException">A stage could not be started; the others have been ended.</exception>
    public Task<PipelineStatus> WaitForCloseAsync(CancellationToken cancellationToken = default)
        => WaitAsync(static (stage, cancellationToken) => stage.WaitForCloseAsync(cancellationToken), cancellationToken);

    /// <summary>Ends all stages that still run, as <see cref="ChildProcess.DisposeAsync"/> does, and waits for their end.</summary>
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

    /// <summary>One for each stage, as each gives its own back at its end.</summary>
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
        // All have ended before the first one's cancellation is thrown.
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
