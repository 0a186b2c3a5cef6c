using System.Text;
using TypedExec.Requests;
using TypedExec.Running;

namespace TypedExec;

/// <summary>The result of a child process that ran to completion: of <c>Exec</c>, <c>ExecFile</c>, <c>RunAsync</c> and their sync twins.</summary>
public sealed class ExecResult
{
    private readonly Encoding _encoding;
    private readonly Func<Exception>? _failure;

    /// <summary>A result that no child gave, for fakes in tests.</summary>
    /// <param name="stdout">What it wrote to stdout.</param>
    /// <param name="stderr">What it wrote to stderr.</param>
    /// <param name="exitCode">Its exit code; 0 is success.</param>
    /// <param name="command">Its command line, for messages.</param>
    public ExecResult(string stdout = "", string stderr = "", int exitCode = 0, string command = "")
        : this(new ExitStatus(exitCode, null), Encode(stdout), Encode(stderr), command: command)
    {
    }

    /// <summary>A result that no child gave, for fakes in tests.</summary>
    /// <param name="status">How it ended; the exit code 0 is success.</param>
    /// <param name="stdout">What it wrote to stdout.</param>
    /// <param name="stderr">What it wrote to stderr.</param>
    /// <param name="encoding">How both are decoded. Default: UTF-8.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="command">Its command line, for messages.</param>
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
    /// <param name="status">How it ended.</param>
    /// <param name="stdout">What was captured.</param>
    /// <param name="stderr">What was captured.</param>
    /// <param name="encoding">How both are decoded.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">Makes the exception of a failure; null for success.</param>
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

    /// <summary>The child's stdout as text, decoded when it is first asked for.</summary>
    public string Stdout => field ??= _encoding.GetString(StdoutBytes.Span);

    /// <summary>The child's stderr as text, decoded when it is first asked for.</summary>
    public string Stderr => field ??= _encoding.GetString(StderrBytes.Span);

    /// <summary>The child's stdout, byte for byte.</summary>
    public ReadOnlyMemory<byte> StdoutBytes { get; }

    /// <summary>The child's stderr, byte for byte.</summary>
    public ReadOnlyMemory<byte> StderrBytes { get; }

    /// <summary>The exit code, or null when a signal ended the child.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>The signal that ended the child, or null.</summary>
    public Signal? Signal => Status.Signal;

    /// <summary>How the child ended: <see cref="ExitCode"/> and <see cref="Signal"/>.</summary>
    public ExitStatus Status { get; }

    /// <summary>Whether the exit code is one of <see cref="ProcessOptions.SuccessExitCodes"/>, by default 0.</summary>
    public bool Success => _failure is null;

    /// <summary>stdout's lines without their ends (<c>\n</c>, <c>\r\n</c> or <c>\r</c>); a last line without an end counts.</summary>
    public IReadOnlyList<string> StdoutLines => field ??= TextLines.Of(Stdout);

    /// <summary>Throws what the call would have thrown without <c>ThrowOnFailure = false</c>.</summary>
    /// <returns>This result, when it is one of success.</returns>
    /// <exception cref="ExecException">The child failed.</exception>
    public ExecResult EnsureSuccess() => _failure is null ? this : throw _failure();

    /// <summary>How long it took from the start to the end of the child and its output.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The command: the program and its arguments separated by spaces, or the shell's text; secrets masked.</summary>
    public string Command { get; }

    private static byte[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CaptureOptions.DefaultEncoding.GetBytes(text);
    }
}
