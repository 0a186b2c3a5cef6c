using System.Text;

namespace TypedExec;

/// <summary>The options of <c>SpawnSync</c>.</summary>
public sealed record SpawnSyncOptions : ProcessOptions
{
    /// <summary>What the child sees as <c>argv[0]</c> (Node's <c>argv0</c>). Default: the program as given.</summary>
    public string? Argv0 { get; init; }

    /// <summary>
    /// The child's descriptors, the index being the number (Node's <c>stdio</c>). Default: pipes for 0, 1 and 2; a
    /// shorter list is filled up with pipes.
    /// </summary>
    public IReadOnlyList<Stdio>? Stdio { get; init; }

    /// <summary>What the child reads on its stdin (Node's <c>input</c>), text or bytes. Default: nothing, stdin is at its end.</summary>
    public ProcessInput? Input { get; init; }

    /// <summary>
    /// Runs the child at a pseudo-terminal of this size (<see cref="CaptureOptions.Terminal"/>): what it prints there is
    /// <see cref="SpawnSyncResult.Stdout"/>. Beyond Node. Linux and Windows only. Default: no terminal.
    /// </summary>
    public TerminalSize? Terminal { get; init; }

    /// <summary>
    /// How many bytes the child may write to each output stream before it is killed (Node's <c>maxBuffer</c>).
    /// Default: 100 MB (Node's is 1 MiB).
    /// </summary>
    public long? MaxBuffer { get; init; }

    /// <summary>How <see cref="SpawnSyncResult.Stdout"/>, <see cref="SpawnSyncResult.Stderr"/> and a text <see cref="Input"/> are encoded. Default: UTF-8.</summary>
    public Encoding? Encoding { get; init; }
}
