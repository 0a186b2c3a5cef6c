namespace TypedExec;

/// <summary>Provides the options of <c>Spawn</c>.</summary>
public sealed record SpawnOptions : ProcessOptions
{
    internal const long DefaultMaxUnread = 100_000_000;

    /// <summary>Gets or sets the child's <c>argv[0]</c> (Node's <c>argv0</c>). The default is the program's name.</summary>
    public string? Argv0 { get; init; }

    /// <summary>
    /// Gets or sets the child's descriptors, indexed by number (Node's <c>stdio</c>). By default, 0, 1 and 2 are pipes; entries
    /// missing from a shorter list are pipes too.
    /// </summary>
    public IReadOnlyList<Stdio>? Stdio { get; init; }

    /// <summary>
    /// Gets or sets the size of a pseudo-terminal that becomes the child's stdin, stdout, stderr and controlling terminal.
    /// </summary>
    /// <remarks>
    /// Use <see cref="ChildProcess.Terminal"/> to talk to it; the child's <c>Stdin</c>, <c>Stdout</c> and <c>Stderr</c> are
    /// null. Beyond Node. The default is null: no terminal. The child leads its own session. If its environment has no
    /// <c>TERM</c>, it is set to <c>xterm-256color</c>. Supported on Linux and Windows; not supported for pipelines.
    /// </remarks>
    public TerminalSize? Terminal { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the child becomes the leader of its own session and process group (Node's
    /// <c>detached</c>). The default is false.
    /// </summary>
    public bool? Detached { get; init; }

    /// <summary>
    /// Gets or sets the number of bytes of each output that are kept for a later reader while nobody reads it.
    /// </summary>
    /// <remarks>
    /// The default is 100 MB (100,000,000). With 0, only the pipe itself holds output, as in Node. When the limit is reached,
    /// the child blocks, as in Node. However, if somebody waits for its exit or reads another of its outputs, the rest is
    /// dropped; a later reader gets the output that was kept, followed by an <see cref="IOException"/> that says how much was
    /// dropped.
    /// </remarks>
    public long? MaxUnread { get; init; }

    /// <summary>
    /// Gets or sets how messages are serialized if <see cref="Stdio"/> contains a <see cref="Stdio.Ipc"/> (Node's
    /// <c>serialization</c>). The default is JSON.
    /// </summary>
    public Serialization? Serialization { get; init; }
}
