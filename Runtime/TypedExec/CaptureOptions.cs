using System.Text;

namespace TypedExec;

/// <summary>
/// Provides the options shared by the calls that capture the child's output: <c>Exec</c>, <c>ExecFile</c> and their sync
/// counterparts.
/// </summary>
public abstract record CaptureOptions : ProcessOptions
{
    /// <summary>UTF-8 without a byte order mark; invalid bytes become U+FFFD, as in Node.</summary>
    internal static readonly Encoding DefaultEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private protected CaptureOptions()
    {
    }

    /// <summary>
    /// Gets or sets the number of bytes that the child may write to stdout, and to stderr, before it is killed (Node's
    /// <c>maxBuffer</c>).
    /// </summary>
    /// <remarks>The default is 100 MB. Node's default is 1 MiB, which truncates the output of many programs.</remarks>
    public long? MaxBuffer { get; init; }

    /// <summary>
    /// Gets or sets the encoding of the output and of a text <see cref="Input"/> (Node's <c>encoding</c>). The default is UTF-8.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Gets or sets what the child reads from stdin (Node's <c>input</c>): text, bytes or a stream.</summary>
    /// <remarks>
    /// Stdin is closed after it. By default, stdin is empty (Node leaves it open; see <see cref="ProcessInput.Open"/>). For
    /// <c>RunAsync</c> and <c>Run</c>, the default is this process's stdin.
    /// </remarks>
    public ProcessInput? Input { get; init; }

    /// <summary>
    /// Gets or sets where the child's stdout goes: to one or more targets, such as <c>[Output.Capture, Output.Inherit]</c>.
    /// </summary>
    /// <remarks>
    /// An empty list discards it. The default is <see cref="Output.Capture"/>; for <c>RunAsync</c> and <c>Run</c>,
    /// <see cref="Output.Inherit"/>.
    /// </remarks>
    public IReadOnlyList<Output>? Stdout { get; init; }

    /// <summary>Gets or sets where the child's stderr goes.</summary>
    /// <remarks>
    /// It takes the same targets as <see cref="Stdout"/>, and <see cref="Output.Stdout"/>, which merges stderr into stdout in
    /// order. In a pipeline it applies to the stderr of every stage. The default is the same as for <see cref="Stdout"/>.
    /// </remarks>
    public IReadOnlyList<Output>? Stderr { get; init; }

    /// <summary>
    /// Gets or sets the size of a pseudo-terminal in which the child runs, for programs that print differently to a terminal.
    /// </summary>
    /// <remarks>
    /// <para>Beyond Node. The default is null: no terminal.</para>
    /// <para>The terminal is the child's stdin, stdout, stderr and controlling terminal. Everything that the child prints there
    /// counts as stdout, with lines that end in <c>\r\n</c>. <see cref="Input"/> is typed, followed by the end-of-input key
    /// (Ctrl+D). Supported on Linux and Windows; not supported for pipelines.</para>
    /// <para>Combining it with <see cref="Stderr"/> or <see cref="ProcessInput.Inherit"/> throws <see cref="ArgumentException"/>.
    /// If the child's environment has no <c>TERM</c>, it is set to <c>xterm-256color</c>. Because nobody can press a pager's
    /// keys, <c>PAGER</c> and <c>GIT_PAGER</c> are set to <c>cat</c> unless <see cref="ProcessOptions.Env"/> sets them or the
    /// input is <see cref="ProcessInput.Open"/>.</para>
    /// </remarks>
    public TerminalSize? Terminal { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether a failed child throws <see cref="ExecException"/>, as in Node.
    /// </summary>
    /// <remarks>
    /// A child fails when a signal ends it or its exit code isn't one of <see cref="ProcessOptions.SuccessExitCodes"/>. When
    /// false, the result reports the failure instead. A program that can't be started, a timeout and an exceeded
    /// <see cref="MaxBuffer"/> always throw. The default is true.
    /// </remarks>
    public bool? ThrowOnFailure { get; init; }
}
