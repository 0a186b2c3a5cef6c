namespace TypedExec;

/// <summary>The options of <c>Fork</c>.</summary>
public sealed record ForkOptions : ProcessOptions
{
    /// <summary>The program that runs the module (Node's <c>execPath</c>). Default: the command's own.</summary>
    public string? ExecPath { get; init; }

    /// <summary>Arguments of the program itself, put before the module's path (Node's <c>execArgv</c>). Default: none.</summary>
    public IReadOnlyList<string>? ExecArgv { get; init; }

    /// <summary>
    /// Whether stdin, stdout and stderr are pipes to the parent instead of the parent's own (Node's <c>silent</c>).
    /// Default: false.
    /// </summary>
    public bool? Silent { get; init; }

    /// <summary>
    /// The child's descriptors, with exactly one <see cref="Stdio.Ipc"/> among them (Node's <c>stdio</c>); it goes before
    /// <see cref="Silent"/>. Default: the parent's own 0, 1 and 2, and the channel at 3.
    /// </summary>
    public IReadOnlyList<Stdio>? Stdio { get; init; }

    /// <summary>
    /// Makes the child the leader of a session and process group of its own (Node's <c>detached</c>). Default: false.
    /// </summary>
    public bool? Detached { get; init; }

    /// <inheritdoc cref="SpawnOptions.MaxUnread"/>
    public long? MaxUnread { get; init; }

    /// <summary>How messages travel (Node's <c>serialization</c>). Default: <see cref="Serialization.Json"/>.</summary>
    public Serialization? Serialization { get; init; }
}
