using System.Runtime.CompilerServices;

namespace TypedExec;

/// <summary>
/// A child that runs while its output is captured; awaiting it gives the result. <see cref="Child"/> is there from the
/// start, for its events, its stdin and its kill.
/// </summary>
public sealed class Execution : IAsyncDisposable
{
    private readonly Task<ExecResult> _result;

    internal Execution(ChildProcess child, Task<ExecResult> result)
    {
        Child = child;
        _result = result;
    }

    /// <summary>The child. What of its output is captured or goes elsewhere cannot be read here.</summary>
    public ChildProcess Child { get; }

    /// <summary>Makes the execution awaitable.</summary>
    /// <exception cref="ExecException">The child could not be started, failed, timed out or wrote too much.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the child has been killed and is gone.</exception>
    public TaskAwaiter<ExecResult> GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>The same as a task.</summary>
    public Task<ExecResult> AsTask() => Child.AfterHandlersAsync(_result);

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
        await Child.DisposeAsync().ConfigureAwait(false);
        await ((Task)AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
