using System.Runtime.CompilerServices;
using TypedExec.Running;

namespace TypedExec;

/// <summary>Represents a running child whose output is captured.</summary>
/// <remarks>
/// Await it to get the result. <see cref="Child"/> is available from the start, for its events, its stdin and <c>Kill</c>.
/// </remarks>
public sealed class Execution : IAsyncDisposable
{
    private readonly Task<ExecResult> _result;
    private readonly object _source;

    internal Execution(ChildProcess child, Task<ExecResult> result)
    {
        _source = child;
        _result = result;
    }

    internal Execution(QueuedRun queued)
    {
        _source = queued;
        _result = QueuedResultAsync(queued);
    }

    /// <summary>Gets the run that had to wait before it was started, or null.</summary>
    private QueuedRun? Queued => _source as QueuedRun;

    /// <summary>Gets the child. Its output can't be read here if it is captured or sent to other targets.</summary>
    public ChildProcess Child => _source as ChildProcess ?? Queued!.Started.Stages[0];

    /// <summary>Gets an awaiter for the result.</summary>
    /// <exception cref="ExecException">The child couldn't be started, failed, timed out or wrote too much.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled; the child was killed and has exited.</exception>
    public TaskAwaiter<ExecResult> GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>Returns the execution as a task.</summary>
    public Task<ExecResult> AsTask()
        => Queued is { Run.IsCompletedSuccessfully: false } queued ? AfterQueueAsync(queued) : Child.AfterHandlersAsync(_result);

    /// <summary>Configures an awaiter for the result.</summary>
    /// <param name="continueOnCapturedContext">True to continue on the captured context.</param>
    public ConfiguredTaskAwaitable<ExecResult> ConfigureAwait(bool continueOnCapturedContext)
        => AsTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>
    /// Stops the child if it is still running, as <see cref="ChildProcess.DisposeAsync"/> does, and waits until everything is
    /// done. It doesn't throw the exception of the run.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        var queued = Queued;
        queued?.Leave();
        if (queued is not null)
        {
            await ((Task)queued.Run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (queued is null or { Run.IsCompletedSuccessfully: true })
        {
            await Child.DisposeAsync().ConfigureAwait(false);
        }

        await ((Task)AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<ExecResult> QueuedResultAsync(QueuedRun queued)
        => await (await queued.Run.ConfigureAwait(false)).ResultAsync().ConfigureAwait(false);

    private async Task<ExecResult> AfterQueueAsync(QueuedRun queued)
        => await (await queued.Run.ConfigureAwait(false)).Stages[0].AfterHandlersAsync(_result).ConfigureAwait(false);
}
