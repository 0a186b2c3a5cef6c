using System.Text;

namespace TypedExec;

/// <summary>Provides the options of <c>SpawnSync</c>.</summary>
public sealed record SpawnSyncOptions : ProcessOptions
{
    /// <summary>Gets or sets the child's <c>argv[0]</c> (Node's <c>argv0</c>). The default is the program's name.</summary>
    public string? Argv0 { get; init; }

    /// <summary>
    /// Gets or sets the child's descriptors, indexed by number (Node's <c>stdio</c>). By default, 0, 1 and 2 are pipes; entries
    /// missing from a shorter list are pipes too.
    /// </summary>
    public IReadOnlyList<Stdio>? Stdio { get; init; }

    /// <summary>
    /// Gets or sets the text or bytes that the child reads from stdin (Node's <c>input</c>). By default, stdin is empty.
    /// </summary>
    public ProcessInput? Input { get; init; }

    /// <summary>
    /// Gets or sets the size of a pseudo-terminal in which the child runs; see <see cref="CaptureOptions.Terminal"/>.
    /// </summary>
    /// <remarks>
    /// Everything that it prints there is <see cref="SpawnSyncResult.Stdout"/>. Beyond Node. Linux and Windows only. The
    /// default is null: no terminal.
    /// </remarks>
    public TerminalSize? Terminal { get; init; }

    /// <summary>
    /// Gets or sets the number of bytes that the child may write to each output stream before it is killed (Node's
    /// <c>maxBuffer</c>). The default is 100 MB (Node's is 1 MiB).
    /// </summary>
    public long? MaxBuffer { get; init; }

    /// <summary>
    /// Gets or sets the encoding of <see cref="SpawnSyncResult.Stdout"/>, <see cref="SpawnSyncResult.Stderr"/> and a text
    /// <see cref="Input"/>. The default is UTF-8.
    /// </summary>
    public Encoding? Encoding { get; init; }
}
