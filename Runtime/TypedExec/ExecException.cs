using TypedExec.Requests;

namespace TypedExec;

/// <summary>The exception that is thrown when a child can't be started, fails or is stopped.</summary>
/// <remarks>
/// Its properties are those of Node's <c>error</c> objects. Secrets are masked in the message, the command and its arguments,
/// but not in the output.
/// </remarks>
public class ExecException : Exception
{
    private readonly FailureOutput? _output;

    /// <summary>Initializes a new instance with a message.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public ExecException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <param name="message">What happened. The last lines of the output are appended to it.</param>
    /// <param name="output">The captured output.</param>
    internal ExecException(string message, FailureOutput output)
        : base(message)
        => _output = output;

    /// <summary>The same failure, in other words and of another kind.</summary>
    /// <param name="message">What happened; the last lines of the output follow it.</param>
    /// <param name="other">The failure as it was.</param>
    internal ExecException(string message, ExecException other)
        : base(message, other.InnerException)
    {
        _output = other._output;
        Code = other.Code;
        Errno = other.Errno;
        Syscall = other.Syscall;
        Path = other.Path;
        SpawnArgs = other.SpawnArgs;
        Cmd = other.Cmd;
        ExitCode = other.ExitCode;
        Signal = other.Signal;
        Killed = other.Killed;
        TimedOut = other.TimedOut;
        Stage = other.Stage;
    }

    /// <summary>
    /// Gets a message that says what happened, followed by the last 20 lines of the child's stderr, or of stdout if stderr is
    /// empty: <c>git push failed with exit code 128: fatal: …</c>.
    /// </summary>
    /// <remarks>Secrets are masked in all of it.</remarks>
    public override string Message => field ??= _output?.Describe(base.Message) ?? base.Message;

    /// <summary>
    /// Gets the error code, such as <c>ENOENT</c>, <c>EACCES</c>, <c>ETIMEDOUT</c> or <c>ERR_CHILD_PROCESS_STDIO_MAXBUFFER</c>.
    /// It is null if the child ran and exited by itself; see <see cref="ExitCode"/>.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>Gets the negative errno of a failed system call, as in Node, or null.</summary>
    public int? Errno { get; init; }

    /// <summary>Gets the call that failed, such as <c>spawn git</c>, or null.</summary>
    public string? Syscall { get; init; }

    /// <summary>Gets the program or file that the failed call was for, or null.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the arguments after argv[0] (Node's <c>spawnargs</c>).</summary>
    public IReadOnlyList<string> SpawnArgs { get; init; } = [];

    /// <summary>
    /// Gets the command (Node's <c>cmd</c>): the program and its arguments separated by spaces, or the text for the shell.
    /// </summary>
    public string Cmd { get; init; } = "";

    /// <summary>Gets the exit code, or null if the child wasn't started or a signal ended it.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Gets or sets the signal that ended the child, or null.</summary>
    public Signal? Signal { get; init; }

    /// <summary>
    /// Gets a value that indicates whether TypedExec killed the child because of a timeout, an exceeded <c>MaxBuffer</c> or a
    /// call to <c>Kill</c>.
    /// </summary>
    public bool Killed { get; init; }

    /// <summary>Gets a value that indicates whether the child exceeded the option <c>Timeout</c>.</summary>
    public bool TimedOut { get; init; }

    /// <summary>
    /// Gets the index, from 0, of the <see cref="Pipeline"/> stage that failed. It is null for a single command, and if a time
    /// limit stopped the whole pipeline.
    /// </summary>
    public int? Stage { get; init; }

    /// <summary>Gets the captured stdout of the child, decoded on first access and at most 128 MB.</summary>
    /// <remarks>
    /// If the output wasn't captured but read by this process, as with <c>Output.ToLines</c> or <c>ReadLinesAsync</c>, this is
    /// its last 16 KB.
    /// </remarks>
    public string Stdout
    {
        get => field ?? _output?.Stdout ?? "";
        init;
    }

    /// <summary>Gets the captured stderr of the child, or the end of it, as with <see cref="Stdout"/>.</summary>
    public string Stderr
    {
        get => field ?? _output?.Stderr ?? "";
        init;
    }

    /// <summary>Gets <see cref="Stdout"/> as raw bytes.</summary>
    public ReadOnlyMemory<byte> StdoutBytes => _output?.StdoutBytes;

    /// <summary>Gets <see cref="Stderr"/> as raw bytes.</summary>
    public ReadOnlyMemory<byte> StderrBytes => _output?.StderrBytes;
}
