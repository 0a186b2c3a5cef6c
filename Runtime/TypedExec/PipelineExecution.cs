using System.Runtime.CompilerServices;
using TypedExec.Running;

namespace TypedExec;

/// <summary>
/// A pipeline that runs while its output is captured; awaiting it gives the result. <see cref="Stages"/> are there from the
/// start, for their events, the first one's stdin and their kill.
/// </summary>
public sealed class PipelineExecution : IAsyncDisposable
{
    private readonly Task<PipelineResult> _result;
    private readonly QueuedRun? _queued;
    private readonly IReadOnlyList<ChildProcess>? _stages;

    internal PipelineExecution(IReadOnlyList<ChildProcess> stages, Task<PipelineResult> result)
    {
        _stages = stages;
        _result = result;
    }

    internal PipelineExecution(QueuedRun queued)
    {
        _queued = queued;
        _result = QueuedResultAsync(queued);
    }

    /// <summary>The children, in order. What is captured of them cannot be read here.</summary>
    public IReadOnlyList<ChildProcess> Stages => _stages ?? _queued!.Started.Stages;

    /// <summary>The stdin of the first stage, or null where it is no pipe: it is one with <c>Input = ProcessInput.Open</c>.</summary>
    public ChildInput? Stdin => Stages[0].Stdin;

    /// <summary>Makes the execution awaitable.</summary>
    /// <exception cref="ExecException">A stage could not be started or failed, or all were stopped at a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; all stages have been killed and are gone.</exception>
    public TaskAwaiter<PipelineResult> GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>The same as a task.</summary>
    public Task<PipelineResult> AsTask()
        => _queued is null or { Run.IsCompletedSuccessfully: true }
            ? Stages.Aggregate(_result, static (result, stage) => stage.AfterHandlersAsync(result))
            : AfterQueueAsync(_queued);

    /// <summary>Configures how an await continues.</summary>
    /// <param name="continueOnCapturedContext">Whether to continue on the captured context.</param>
    public ConfiguredTaskAwaitable<PipelineResult> ConfigureAwait(bool continueOnCapturedContext)
        => AsTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>
    /// Stops all stages, if still running, as <see cref="ChildProcess.DisposeAsync"/> does, and waits until everything is done. What the run would
    /// have thrown is not thrown here.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _queued?.Leave();
        if (_queued is not null)
        {
            await ((Task)_queued.Run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_queued is null or { Run.IsCompletedSuccessfully: true })
        {
            await Task.WhenAll(Stages.Select(static stage => stage.DisposeAsync().AsTask())).ConfigureAwait(false);
        }

        await ((Task)AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<PipelineResult> QueuedResultAsync(QueuedRun queued)
        => await (await queued.Run.ConfigureAwait(false)).PipelineResultAsync().ConfigureAwait(false);

    private async Task<PipelineResult> AfterQueueAsync(QueuedRun queued)
    {
        var run = await queued.Run.ConfigureAwait(false);
        return await run.Stages.Aggregate(_result, static (result, stage) => stage.AfterHandlersAsync(result)).ConfigureAwait(false);
    }
}
