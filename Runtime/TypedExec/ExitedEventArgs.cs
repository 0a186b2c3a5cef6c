namespace TypedExec;

/// <summary>How the child ended: the arguments of Node's <c>exit</c> and <c>close</c> events.</summary>
/// <param name="exitCode">The exit code, or null. The negative errno when the child could not be started.</param>
/// <param name="signal">The signal that ended the child, or null.</param>
public sealed class ExitedEventArgs(int? exitCode, Signal? signal) : EventArgs
{
    /// <summary>
    /// The exit code, or null when a signal ended the child. For <see cref="ChildProcess.Closed"/> of a child that could
    /// not be started, the negative errno, as in Node.
    /// </summary>
    public int? ExitCode { get; } = exitCode;

    /// <summary>The signal that ended the child, or null.</summary>
    public Signal? Signal { get; } = signal;
}
