namespace TypedExec;

/// <summary>
/// The options of <c>Exec</c> and <c>ExecSync</c>. <see cref="ProcessOptions.Shell"/> picks the shell; there is always one.
/// </summary>
public sealed record ExecOptions : CaptureOptions;
