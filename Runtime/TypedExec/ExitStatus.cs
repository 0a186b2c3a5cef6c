namespace TypedExec;

/// <summary>
/// How a child ended: with an exit code or by a signal, the other being null. Both are null when the status is unknown
/// because something else in the process reaped the child first.
/// </summary>
/// <param name="ExitCode">The exit code, 0 to 255, or null when a signal ended the child.</param>
/// <param name="Signal">The signal that ended the child, or null when it exited by itself.</param>
public readonly record struct ExitStatus(int? ExitCode, Signal? Signal)
{
    /// <summary>
    /// Whether the child exited with code 0. It knows no <see cref="ProcessOptions.SuccessExitCodes"/>: those count for the
    /// <c>Success</c> of a result.
    /// </summary>
    public bool Success => ExitCode == 0;
}
