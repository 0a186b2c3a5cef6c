namespace TypedExec;

/// <summary>The argument of Node's <c>error</c> event.</summary>
/// <param name="exception">What went wrong.</param>
public sealed class ProcessErrorEventArgs(Exception exception) : EventArgs
{
    /// <summary>What went wrong; an <see cref="ExecException"/> when the child could not be started or signalled.</summary>
    public Exception Exception { get; } = exception;
}
