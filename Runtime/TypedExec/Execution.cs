using System.Runtime.CompilerServices;
using TypedExec.Running;

namespace TypedExec;

/// <summary>
/// A child that runs while its output is captured; awaiting it gives the result. <see cref="Child"/> is there from the
/// start, for its events, its stdin and its kill.
/// </summary>
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

    /// <summary>The run that had to wait before it was started, or null.</summary>
    private QueuedRun? Queued => _source as QueuedRun;

    /// <summary>The child. What of its output is captured or goes elsewhere cannot be read here.</summary>
    public ChildProcess Child => _source as ChildProcess ?? Queued!.Started.Stages[0];

    /// <summary>Makes the execution awaitable.</summary>
    /// <exception cref="ExecException">The child could not be started, failed, timed out or wrote too much.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the child has been killed and is gone.</exception>
    public TaskAwaiter<ExecResult> GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>The same as a task.</summary>
    public Task<ExecResult> AsTask()
        => Queued is { Run.IsCompletedSuccessfully: false } queued ? AfterQueueAsync(queued) : Child.AfterHandlersAsync(_result);

    /// <summary>Configures how an await continues.</summary>
    /// <param name="continueOnCapturedContext">Whether to continue on the captured context.</param>
    public ConfiguredTaskAwaitable<ExecResult> ConfigureAwait(bool continueOnCapturedContext)
        => AsTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>
    /// Stops the child, if still running, as <see cref="ChildProcess.DisposeAsync"/> does, and waits until everything is done. What the run would
    /// have thrown is not thrown here.
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
