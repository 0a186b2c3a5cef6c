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
    /// What the child reads on its stdin (Node's <c>input</c>), text or bytes, which then ends. Default: none; in the
    /// async calls stdin stays open for <see cref="ChildProcess.Stdin"/>, in the sync calls it is at its end.
    /// </summary>
    public ProcessInput? Input { get; init; }

    /// <summary>
    /// Whether an exit code other than 0, or an end by a signal, throws <see cref="ExecException"/> as it does in Node;
    /// otherwise the result tells. A program that cannot be started, a timeout and an exceeded
    /// <see cref="MaxBuffer"/> always throw. Default: true.
    /// </summary>
    public bool? ThrowOnFailure { get; init; }
}
