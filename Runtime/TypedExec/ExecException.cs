using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// A child could not be started, failed, or was stopped. The properties are those of Node's <c>error</c> objects.
/// Secrets are masked in the message, the command and its arguments; the output is as the child wrote it.
/// </summary>
public sealed class ExecException : Exception
{
    private readonly FailureOutput? _output;

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public ExecException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <param name="message">What happened; the last lines of the output follow it.</param>
    /// <param name="output">What was captured.</param>
    internal ExecException(string message, FailureOutput output)
        : base(message)
        => _output = output;

    /// <summary>
    /// What happened, and the last 20 lines that the child wrote to stderr, or to stdout where stderr is empty; secrets are
    /// masked wherever they stand: <c>git push failed with exit code 128: fatal: …</c>.
    /// </summary>
    public override string Message => field ??= _output?.Describe(base.Message) ?? base.Message;

    /// <summary>
    /// The name of the error, such as <c>ENOENT</c>, <c>EACCES</c>, <c>ETIMEDOUT</c> or
    /// <c>ERR_CHILD_PROCESS_STDIO_MAXBUFFER</c>; null when the child ran and ended by itself (see <see cref="ExitCode"/>).
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The negative errno of a failed system call, as in Node, or null.</summary>
    public int? Errno { get; init; }

    /// <summary>The call that failed, such as <c>spawn git</c>, or null.</summary>
    public string? Syscall { get; init; }

    /// <summary>The program, or the file, that the failed call was for, or null.</summary>
    public string? Path { get; init; }

    /// <summary>The arguments behind argv[0] (Node's <c>spawnargs</c>).</summary>
    public IReadOnlyList<string> SpawnArgs { get; init; } = [];

    /// <summary>The command (Node's <c>cmd</c>): the program and its arguments separated by spaces, or the shell's text.</summary>
    public string Cmd { get; init; } = "";

    /// <summary>The exit code, or null when the child was not started or a signal ended it.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The signal that ended the child, or null.</summary>
    public Signal? Signal { get; init; }

    /// <summary>Whether TypedExec killed the child: a timeout, an exceeded <c>MaxBuffer</c>, or a call of <c>Kill</c>.</summary>
    public bool Killed { get; init; }

    /// <summary>Whether the child ran into the option <c>Timeout</c>.</summary>
    public bool TimedOut { get; init; }

    /// <summary>
    /// In a <see cref="Pipeline"/> the index of the stage that this is about, from 0; null elsewhere, and where the whole
    /// pipeline was stopped by a time limit.
    /// </summary>
    public int? Stage { get; init; }

    /// <summary>
    /// What was captured of the child's stdout, decoded when it is first asked for, not more than 128 MB; of output that was not
    /// captured but read by this process, as by <c>Output.ToLines</c> or <c>ReadLinesAsync</c>, the last 16 KB.
    /// </summary>
    public string Stdout
    {
        get => field ?? _output?.Stdout ?? "";
        init;
    }

    /// <summary>What was captured of the child's stderr, or its end, as with <see cref="Stdout"/>.</summary>
    public string Stderr
    {
        get => field ?? _output?.Stderr ?? "";
        init;
    }

    /// <summary><see cref="Stdout"/>, byte for byte.</summary>
    public ReadOnlyMemory<byte> StdoutBytes => _output?.StdoutBytes;

    /// <summary><see cref="Stderr"/>, byte for byte.</summary>
    public ReadOnlyMemory<byte> StderrBytes => _output?.StderrBytes;
}
