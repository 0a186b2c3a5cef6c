using System.Text;

namespace TypedExec;

/// <summary>Represents the result of one stage of a pipeline.</summary>
public sealed class StageResult
{
    private readonly Encoding _encoding;

    internal StageResult(string command, ExitStatus status, ReadOnlyMemory<byte> stderr, Encoding encoding, bool success)
    {
        _encoding = encoding;
        Command = command;
        Status = status;
        Success = success;
        StderrBytes = stderr;
    }

    /// <summary>Gets the stage's program and its arguments separated by spaces, with secrets masked.</summary>
    public string Command { get; }

    /// <summary>Gets the exit code, or null if a signal ended the stage.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>
    /// Gets the signal that ended the stage, or null. <see cref="TypedExec.Signal.SIGPIPE"/> is normal for a stage whose reader
    /// stopped reading.
    /// </summary>
    public Signal? Signal => Status.Signal;

    /// <summary>Gets the exit status of the stage: <see cref="ExitCode"/> and <see cref="Signal"/>.</summary>
    public ExitStatus Status { get; }

    /// <summary>
    /// Gets a value that indicates whether the exit code is one of the stage's <see cref="ProcessOptions.SuccessExitCodes"/>, by
    /// default 0.
    /// </summary>
    public bool Success { get; }

    /// <summary>Gets the stage's stderr as text, decoded on first access.</summary>
    public string Stderr => field ??= _encoding.GetString(StderrBytes.Span);

    /// <summary>Gets the stage's stderr as raw bytes.</summary>
    public ReadOnlyMemory<byte> StderrBytes { get; }
}
