namespace TypedExec;

/// <summary>Provides the options of <c>Fork</c>.</summary>
public sealed record ForkOptions : ProcessOptions
{
    /// <summary>
    /// Gets or sets the program that runs the module (Node's <c>execPath</c>). The default is the command's own program.
    /// </summary>
    public string? ExecPath { get; init; }

    /// <summary>
    /// Gets or sets the arguments of the program itself, which come before the module's path (Node's <c>execArgv</c>). The
    /// default is none.
    /// </summary>
    public IReadOnlyList<string>? ExecArgv { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether stdin, stdout and stderr are pipes to the parent instead of the parent's own
    /// (Node's <c>silent</c>). The default is false.
    /// </summary>
    public bool? Silent { get; init; }

    /// <summary>
    /// Gets or sets the child's descriptors, exactly one of which must be <see cref="Stdio.Ipc"/> (Node's <c>stdio</c>).
    /// </summary>
    /// <remarks>
    /// It overrides <see cref="Silent"/>. By default, the child inherits 0, 1 and 2, and the channel is descriptor 3.
    /// </remarks>
    public IReadOnlyList<Stdio>? Stdio { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the child becomes the leader of its own session and process group (Node's
    /// <c>detached</c>). The default is false.
    /// </summary>
    public bool? Detached { get; init; }

    /// <inheritdoc cref="SpawnOptions.MaxUnread"/>
    public long? MaxUnread { get; init; }

    /// <summary>
    /// Gets or sets how messages are serialized (Node's <c>serialization</c>). The default is <see cref="Serialization.Json"/>.
    /// </summary>
    public Serialization? Serialization { get; init; }
}
