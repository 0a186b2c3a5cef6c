using System.Text;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>Represents the result of <c>SpawnSync</c>, which never throws because the child failed, as in Node.</summary>
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

    /// <summary>Gets the child's process ID, or 0 if it couldn't be started.</summary>
    public int Pid { get; }

    /// <summary>Gets what was read from each descriptor.</summary>
    /// <remarks>
    /// An entry is null for stdin and if the descriptor wasn't a pipe. The list itself is null if the child couldn't be
    /// started.
    /// </remarks>
    public IReadOnlyList<byte[]?>? Output { get; }

    /// <summary>Gets the child's stdout as text, decoded on first access. It is empty if stdout wasn't a pipe.</summary>
    public string Stdout => field ??= Text(1);

    /// <summary>Gets the child's stderr as text, decoded on first access. It is empty if stderr wasn't a pipe.</summary>
    public string Stderr => field ??= Text(2);

    /// <summary>Gets the exit code, or null if a signal ended the child or it couldn't be started.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>Gets the signal that ended the child, or null.</summary>
    public Signal? Signal => Status.Signal;

    /// <summary>
    /// Gets the exit status of the child (Node's <c>status</c> and <c>signal</c>). Both parts are null if it couldn't be started.
    /// </summary>
    public ExitStatus Status { get; }

    /// <summary>
    /// Gets a value that indicates whether there is no <see cref="Error"/> and the exit code is one of
    /// <see cref="ProcessOptions.SuccessExitCodes"/>, by default 0.
    /// </summary>
    public bool Success { get; }

    /// <summary>
    /// Gets an <see cref="ExecException"/> if the child couldn't be started, timed out (<c>ETIMEDOUT</c>), wrote more than
    /// <c>MaxBuffer</c> (<c>ENOBUFS</c>), or was reaped by other code in this process (<c>ECHILD</c>).
    /// </summary>
    /// <remarks>Otherwise it is null, whatever the exit code.</remarks>
    public Exception? Error { get; }

    private string Text(int index)
        => Output?[index] is { } bytes ? CutText.Decode(_encoding, bytes, isCut: Error is ExecException { Code: "ENOBUFS" }) : "";
}
