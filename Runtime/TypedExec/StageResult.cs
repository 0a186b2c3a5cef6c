using System.Text;

namespace TypedExec;

/// <summary>How one stage of a pipeline ended.</summary>
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

    /// <summary>The stage's program and its arguments separated by spaces; secrets masked.</summary>
    public string Command { get; }

    /// <summary>The exit code, or null when a signal ended the stage.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>
    /// The signal that ended the stage, or null. <see cref="TypedExec.Signal.SIGPIPE"/> is the usual end of a stage whose
    /// reader has read enough.
    /// </summary>
    public Signal? Signal => Status.Signal;

    /// <summary>How the stage ended: <see cref="ExitCode"/> and <see cref="Signal"/>.</summary>
    public ExitStatus Status { get; }

    /// <summary>Whether the exit code is one of the stage's <see cref="ProcessOptions.SuccessExitCodes"/>, by default 0.</summary>
    public bool Success { get; }

    /// <summary>The stage's stderr as text, decoded when it is first asked for.</summary>
    public string Stderr => field ??= _encoding.GetString(StderrBytes.Span);

    /// <summary>The stage's stderr, byte for byte.</summary>
    public ReadOnlyMemory<byte> StderrBytes { get; }
}
