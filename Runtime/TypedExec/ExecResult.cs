using System.Text;
using TypedExec.Requests;
using TypedExec.Running;

namespace TypedExec;

/// <summary>
/// Represents the result of a child process that ran to completion, as returned by <c>Exec</c>, <c>ExecFile</c>, <c>RunAsync</c>
/// and their sync counterparts.
/// </summary>
public sealed class ExecResult
{
    private readonly Encoding _encoding;
    private readonly Func<Exception>? _failure;

    /// <summary>Initializes a result without running a child, for fakes in tests.</summary>
    /// <param name="stdout">The text written to stdout.</param>
    /// <param name="stderr">The text written to stderr.</param>
    /// <param name="exitCode">The exit code; 0 is success.</param>
    /// <param name="command">The command line, for messages.</param>
    public ExecResult(string stdout = "", string stderr = "", int exitCode = 0, string command = "")
        : this(new ExitStatus(exitCode, null), Encode(stdout), Encode(stderr), command: command)
    {
    }

    /// <summary>Initializes a result without running a child, for fakes in tests.</summary>
    /// <param name="status">The exit status; exit code 0 is success.</param>
    /// <param name="stdout">The bytes written to stdout.</param>
    /// <param name="stderr">The bytes written to stderr.</param>
    /// <param name="encoding">The encoding of both. The default is UTF-8.</param>
    /// <param name="duration">The duration of the run.</param>
    /// <param name="command">The command line, for messages.</param>
    public ExecResult(
        ExitStatus status, ReadOnlyMemory<byte> stdout, ReadOnlyMemory<byte> stderr, Encoding? encoding = null, TimeSpan duration = default,
        string command = "")
        : this(command, status, stdout, stderr, encoding ?? CaptureOptions.DefaultEncoding, duration, failure: null)
    {
        if (status.ExitCode != 0)
        {
            _failure = () => new ExecException(
                StatusText.Describe(Command.Length == 0 ? "The command" : Command, Status),
                new FailureOutput(StdoutBytes.ToArray(), StderrBytes.ToArray(), _encoding, []))
            {
                Cmd = Command,
                ExitCode = ExitCode,
                Signal = Signal,
            };
        }
    }

    /// <param name="command">The command line.</param>
    /// <param name="status">The exit status.</param>
    /// <param name="stdout">The captured stdout.</param>
    /// <param name="stderr">The captured stderr.</param>
    /// <param name="encoding">The encoding of both.</param>
    /// <param name="duration">The duration of the run.</param>
    /// <param name="failure">Creates the exception of a failure; null for success.</param>
    internal ExecResult(
        string command, ExitStatus status, ReadOnlyMemory<byte> stdout, ReadOnlyMemory<byte> stderr, Encoding encoding, TimeSpan duration,
        Func<Exception>? failure)
    {
        _encoding = encoding;
        _failure = failure;
        Command = command;
        Status = status;
        StdoutBytes = stdout;
        StderrBytes = stderr;
        Duration = duration;
    }

    /// <summary>Gets the child's stdout as text, decoded on first access.</summary>
    public string Stdout => field ??= _encoding.GetString(StdoutBytes.Span);

    /// <summary>Gets the child's stderr as text, decoded on first access.</summary>
    public string Stderr => field ??= _encoding.GetString(StderrBytes.Span);

    /// <summary>Gets the child's stdout as raw bytes.</summary>
    public ReadOnlyMemory<byte> StdoutBytes { get; }

    /// <summary>Gets the child's stderr as raw bytes.</summary>
    public ReadOnlyMemory<byte> StderrBytes { get; }

    /// <summary>Gets the exit code, or null if a signal ended the child.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>Gets the signal that ended the child, or null.</summary>
    public Signal? Signal => Status.Signal;

    /// <summary>Gets the exit status of the child: <see cref="ExitCode"/> and <see cref="Signal"/>.</summary>
    public ExitStatus Status { get; }

    /// <summary>
    /// Gets a value that indicates whether the exit code is one of <see cref="ProcessOptions.SuccessExitCodes"/>, by default 0.
    /// </summary>
    public bool Success => _failure is null;

    /// <summary>
    /// Gets the lines of stdout without their line endings (<c>\n</c>, <c>\r\n</c> or <c>\r</c>). A last line without a line
    /// ending is included.
    /// </summary>
    public IReadOnlyList<string> StdoutLines => field ??= TextLines.Split(Stdout);

    /// <summary>
    /// Throws the exception that the call would have thrown without <c>ThrowOnFailure = false</c>, if the child failed.
    /// </summary>
    /// <returns>This result, if the child succeeded.</returns>
    /// <exception cref="ExecException">The child failed.</exception>
    public ExecResult EnsureSuccess() => _failure is null ? this : throw _failure();

    /// <summary>Gets the time from the start of the child until it had exited and its output had ended.</summary>
    public TimeSpan Duration { get; }

    /// <summary>
    /// Gets the command, with secrets masked: the program and its arguments separated by spaces, or the text for the shell.
    /// </summary>
    public string Command { get; }

    private static byte[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CaptureOptions.DefaultEncoding.GetBytes(text);
    }
}
