using System.Runtime.CompilerServices;
using TypedExec.Running;

namespace TypedExec;

/// <summary>Represents a running pipeline whose output is captured.</summary>
/// <remarks>
/// Await it to get the result. <see cref="Stages"/> are available from the start, for their events, the first stage's stdin and
/// <c>Kill</c>.
/// </remarks>
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

    /// <summary>Gets the children, in order. Their captured output can't be read here.</summary>
    public IReadOnlyList<ChildProcess> Stages => _stages ?? _queued!.Started.Stages;

    /// <summary>
    /// Gets the stdin of the first stage, or null if it isn't a pipe. It is a pipe with <c>Input = ProcessInput.Open</c>.
    /// </summary>
    public ChildInput? Stdin => Stages[0].Stdin;

    /// <summary>Gets an awaiter for the result.</summary>
    /// <exception cref="ExecException">A stage couldn't be started or failed, or a limit stopped all of them.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled; all stages were killed and have exited.</exception>
    public TaskAwaiter<PipelineResult> GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>Returns the execution as a task.</summary>
    public Task<PipelineResult> AsTask()
        => _queued is null or { Run.IsCompletedSuccessfully: true }
            ? Stages.Aggregate(_result, static (result, stage) => stage.AfterHandlersAsync(result))
            : AfterQueueAsync(_queued);

    /// <summary>Configures an awaiter for the result.</summary>
    /// <param name="continueOnCapturedContext">True to continue on the captured context.</param>
    public ConfiguredTaskAwaitable<PipelineResult> ConfigureAwait(bool continueOnCapturedContext)
        => AsTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>
    /// Stops all stages that are still running, as <see cref="ChildProcess.DisposeAsync"/> does, and waits until everything is
    /// done. It doesn't throw the exception of the run.
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
