namespace TypedExec;

/// <summary>Provides the exception of an error: the argument of Node's <c>error</c> event.</summary>
/// <param name="exception">The exception.</param>
public sealed class ProcessErrorEventArgs(Exception exception) : EventArgs
{
    /// <summary>Gets the exception. It is an <see cref="ExecException"/> if the child couldn't be started or signaled.</summary>
    public Exception Exception { get; } = exception;
}
