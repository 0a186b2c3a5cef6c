using System.Text;

namespace TypedExec;

/// <summary>The options of the calls that capture the child's output: <c>Exec</c>, <c>ExecFile</c> and their sync twins.</summary>
public abstract record CaptureOptions : ProcessOptions
{
    /// <summary>UTF-8 without a byte order mark; invalid bytes become U+FFFD, as in Node.</summary>
    internal static readonly Encoding DefaultEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private protected CaptureOptions()
    {
    }

    /// <summary>
    /// How many bytes the child may write to each of stdout and stderr before it is killed (Node's <c>maxBuffer</c>).
    /// Default: 100 MB (Node's is 1 MiB, which cuts real output).
    /// </summary>
    public long? MaxBuffer { get; init; }

    /// <summary>How output and a text <see cref="Input"/> are encoded (Node's <c>encoding</c>). Default: UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// What the child reads on its stdin (Node's <c>input</c>): text, bytes or a stream, after which it is at its end. Default: nothing,
    /// stdin is at its end (Node leaves it open: <see cref="ProcessInput.Open"/>); for <c>RunAsync</c> and <c>Run</c>, this process's own.
    /// </summary>
    public ProcessInput? Input { get; init; }

    /// <summary>
    /// Where the child's stdout goes, to one place or several: <c>[Output.Capture, Output.Inherit]</c>. An empty list is nowhere.
    /// Default: <see cref="Output.Capture"/>; for <c>RunAsync</c> and <c>Run</c>, <see cref="Output.Inherit"/>.
    /// </summary>
    public IReadOnlyList<Output>? Stdout { get; init; }

    /// <summary>
    /// Where the child's stderr goes, as <see cref="Stdout"/>; <see cref="Output.Stdout"/> is the same place as stdout, in order. In a
    /// pipeline it is everyone's stderr. Default: as for <see cref="Stdout"/>.
    /// </summary>
    public IReadOnlyList<Output>? Stderr { get; init; }

    /// <summary>
    /// Runs the child at a pseudo-terminal of this size, for programs that print differently at one: it is the child's stdin,
    /// stdout and stderr, and its controlling terminal, and everything that the child prints there counts as stdout, lines
    /// ending with <c>\r\n</c>. <see cref="Input"/> is typed, and after it the key for the end of input (Ctrl+D). Beyond Node.
    /// Linux and Windows only, and not for pipelines. Default: no terminal.
    /// </summary>
    /// <remarks>
    /// <see cref="Stderr"/> and <see cref="ProcessInput.Inherit"/> are refused with it (<see cref="ArgumentException"/>). A child
    /// whose environment has no <c>TERM</c> gets <c>xterm-256color</c>, and unless <see cref="ProcessOptions.Env"/> or
    /// <see cref="ProcessInput.Open"/> says otherwise <c>PAGER=cat</c> and <c>GIT_PAGER=cat</c>, as nobody would press a pager's keys.
    /// </remarks>
    public TerminalSize? Terminal { get; init; }

    /// <summary>
    /// Whether an exit code that is not one of <see cref="ProcessOptions.SuccessExitCodes"/>, or an end by a signal, throws <see cref="ExecException"/> as it does in Node;
    /// otherwise the result tells. A program that cannot be started, a timeout and an exceeded
    /// <see cref="MaxBuffer"/> always throw. Default: true.
    /// </summary>
    public bool? ThrowOnFailure { get; init; }
}
