namespace TypedExec;

/// <summary>
/// How a child ended: with an exit code or by a signal, the other being null. Both are null when the status is unknown
/// because something else in the process reaped the child first: then <see cref="ChildProcess.Error"/> says so
/// (<c>ECHILD</c>), and a captured run fails.
/// </summary>
/// <param name="ExitCode">The exit code, 0 to 255, or null when a signal ended the child.</param>
/// <param name="Signal">The signal that ended the child, or null when it exited by itself.</param>
/// <remarks>
/// Whether that is a success depends on the command's <see cref="ProcessOptions.SuccessExitCodes"/>: ask
/// <see cref="ExecResult.Success"/>, or compare <see cref="ExitCode"/>.
/// </remarks>
public readonly record struct ExitStatus(int? ExitCode, Signal? Signal);
