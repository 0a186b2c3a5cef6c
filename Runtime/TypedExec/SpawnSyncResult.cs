using System.Text;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>The result of <c>SpawnSync</c>, as of Node's <c>spawnSync</c>: it never throws because the child failed.</summary>
public sealed class SpawnSyncResult
{
    private readonly Encoding _encoding;

    internal SpawnSyncResult(int pid, ExitStatus status, byte[]?[]? output, Exception? error, CaptureRunOptions options)
    {
        _encoding = options.Encoding;
        Pid = pid;
        Output = output;
        Status = status;
        Error = error;
        Success = error is null && options.IsSuccess(status);
    }

    /// <summary>The child's pid, or 0 when it could not be started.</summary>
    public int Pid { get; }

    /// <summary>
    /// For each descriptor what was read from it: null at 0 and where it was no pipe. Null as a whole when the child could
    /// not be started.
    /// </summary>
    public IReadOnlyList<byte[]?>? Output { get; }

    /// <summary>The child's stdout as text, decoded when it is first asked for; empty where it was no pipe.</summary>
    public string Stdout => field ??= Text(1);

    /// <summary>The child's stderr as text, decoded when it is first asked for; empty where it was no pipe.</summary>
    public string Stderr => field ??= Text(2);

    /// <summary>The exit code, or null when a signal ended the child or it could not be started.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>The signal that ended the child, or null.</summary>
    public Signal? Signal => Status.Signal;

    /// <summary>How the child ended (Node's <c>status</c> and <c>signal</c>); both are null when it could not be started.</summary>
    public ExitStatus Status { get; }

    /// <summary>Whether there is no <see cref="Error"/> and the exit code is one of <see cref="ProcessOptions.SuccessExitCodes"/>, by default 0.</summary>
    public bool Success { get; }

    /// <summary>
    /// An <see cref="ExecException"/> when the child could not be started, timed out (<c>ETIMEDOUT</c>), wrote more than
    /// <c>MaxBuffer</c> (<c>ENOBUFS</c>), or was reaped by something else in this process (<c>ECHILD</c>); else null, whatever its
    /// exit code.
    /// </summary>
    public Exception? Error { get; }

    private string Text(int index)
        => Output?[index] is { } bytes ? CutText.Decode(_encoding, bytes, isCut: Error is ExecException { Code: "ENOBUFS" }) : "";
}
