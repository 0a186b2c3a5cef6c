namespace TypedExec;

/// <summary>
/// Provides the options of <c>Exec</c> and <c>ExecSync</c>. <see cref="ProcessOptions.Shell"/> selects the shell; these calls
/// always use one.
/// </summary>
public sealed record ExecOptions : CaptureOptions;
