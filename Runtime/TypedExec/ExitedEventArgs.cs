namespace TypedExec;

/// <summary>Provides how the child ended: the arguments of Node's <c>exit</c> and <c>close</c> events.</summary>
/// <param name="exitCode">The exit code, or null; the negative errno if the child couldn't be started.</param>
/// <param name="signal">The signal that ended the child, or null.</param>
public sealed class ExitedEventArgs(int? exitCode, Signal? signal) : EventArgs
{
    /// <summary>
    /// Gets the exit code, or null if a signal ended the child. For <see cref="ChildProcess.Closed"/> of a child that couldn't be
    /// started, it is the negative errno, as in Node.
    /// </summary>
    public int? ExitCode { get; } = exitCode;

    /// <summary>Gets the signal that ended the child, or null.</summary>
    public Signal? Signal { get; } = signal;
}
