namespace TypedExec;

/// <summary>The options of <c>Spawn</c>.</summary>
public sealed record SpawnOptions : ProcessOptions
{
    /// <summary>What the child sees as <c>argv[0]</c> (Node's <c>argv0</c>). Default: the program as given.</summary>
    public string? Argv0 { get; init; }

    /// <summary>
    /// The child's descriptors, the index being the number (Node's <c>stdio</c>). Default: pipes for 0, 1 and 2; a
    /// shorter list is filled up with pipes.
    /// </summary>
    public IReadOnlyList<Stdio>? Stdio { get; init; }

    /// <summary>
    /// Makes the child the leader of a session and process group of its own (Node's <c>detached</c>). Default: false.
    /// </summary>
    public bool? Detached { get; init; }

    /// <summary>How messages travel where <see cref="Stdio"/> has an <see cref="Stdio.Ipc"/> (Node's <c>serialization</c>). Default: JSON.</summary>
    public Serialization? Serialization { get; init; }
}
