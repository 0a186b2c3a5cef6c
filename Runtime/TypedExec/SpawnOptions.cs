namespace TypedExec;

/// <summary>The options of <c>Spawn</c>.</summary>
public sealed record SpawnOptions : ProcessOptions
{
    internal const long DefaultMaxUnread = 100_000_000;

    /// <summary>What the child sees as <c>argv[0]</c> (Node's <c>argv0</c>). Default: the program as given.</summary>
    public string? Argv0 { get; init; }

    /// <summary>
    /// The child's descriptors, the index being the number (Node's <c>stdio</c>). Default: pipes for 0, 1 and 2; a
    /// shorter list is filled up with pipes.
    /// </summary>
    public IReadOnlyList<Stdio>? Stdio { get; init; }

    /// <summary>
    /// Gives the child a pseudo-terminal of this size as its controlling terminal and as stdin, stdout and stderr, which are
    /// then null here: talk to it through <see cref="ChildProcess.Terminal"/>. The child leads a session of its own. Beyond
    /// Node. Linux and Windows only, and not for pipelines. A child whose environment has no <c>TERM</c> gets
    /// <c>xterm-256color</c>. Default: no terminal.
    /// </summary>
    public TerminalSize? Terminal { get; init; }

    /// <summary>
    /// Makes the child the leader of a session and process group of its own (Node's <c>detached</c>). Default: false.
    /// </summary>
    public bool? Detached { get; init; }

    /// <summary>
    /// How many bytes of each output are kept for a later reader while nobody reads it. Beyond them the child is held, as in
    /// Node, unless somebody waits for its end or reads another of its outputs: then the rest is dropped, and a later reader
    /// gets what was kept and then an <see cref="IOException"/> that says how much was dropped. Default: 100 MB
    /// (100,000,000). With 0 nothing is kept beyond what the pipe itself holds, as in Node.
    /// </summary>
    public long? MaxUnread { get; init; }

    /// <summary>How messages travel where <see cref="Stdio"/> has an <see cref="Stdio.Ipc"/> (Node's <c>serialization</c>). Default: JSON.</summary>
    public Serialization? Serialization { get; init; }
}
