namespace TypedExec;

/// <summary>Represents how a child ended: with an exit code or with a signal, where the other one is null.</summary>
/// <remarks>
/// Both are null if other code in the process reaped the child first, so that the status is unknown:
/// <see cref="ChildProcess.Error"/> reports that (<c>ECHILD</c>), and a captured run fails. Whether an exit code is a success
/// depends on the command's <see cref="ProcessOptions.SuccessExitCodes"/>: use <see cref="ExecResult.Success"/>, or compare
/// <see cref="ExitCode"/>.
/// </remarks>
/// <param name="ExitCode">The exit code, 0 to 255, or null if a signal ended the child.</param>
/// <param name="Signal">The signal that ended the child, or null if it exited by itself.</param>
public readonly record struct ExitStatus(int? ExitCode, Signal? Signal);
