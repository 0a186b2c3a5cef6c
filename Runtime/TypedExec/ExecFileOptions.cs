namespace TypedExec;

/// <summary>Provides the options of <c>ExecFile</c> and <c>ExecFileSync</c>.</summary>
public sealed record ExecFileOptions : CaptureOptions;
