using System.Runtime.CompilerServices;

namespace TypedExec;

/// <summary>
/// A pipeline that runs while its output is captured; awaiting it gives the result. <see cref="Stages"/> are there from the
/// start, for their events, the first one's stdin and their kill.
/// </summary>
public sealed class PipelineExecution : IAsyncDisposable
{
    private readonly Task<PipelineResult> _result;

    internal PipelineExecution(IReadOnlyList<ChildProcess> stages, Task<PipelineResult> result)
    {
        Stages = stages;
        _result = result;
    }

    /// <summary>The children, in order. What is captured of them cannot be read here.</summary>
    public IReadOnlyList<ChildProcess> Stages { get; }

    /// <summary>The stdin of the first stage, or null where it is no pipe: it is one with <c>Input = ProcessInput.Open</c>.</summary>
    public ChildInput? Stdin => Stages[0].Stdin;

    /// <summary>Makes the execution awaitable.</summary>
    /// <exception cref="ExecException">A stage could not be started or failed, or all were stopped at a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; all stages have been killed and are gone.</exception>
    public TaskAwaiter<PipelineResult> GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>The same as a task.</summary>
    public Task<PipelineResult> AsTask() => Stages.Aggregate(_result, static (result, stage) => stage.AfterHandlersAsync(result));

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
        await Task.WhenAll(Stages.Select(static stage => stage.DisposeAsync().AsTask())).ConfigureAwait(false);
        await ((Task)AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
