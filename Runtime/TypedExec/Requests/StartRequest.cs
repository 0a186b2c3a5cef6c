namespace TypedExec.Requests;

/// <summary>Everything that the platform needs to start one child, checked and complete.</summary>
internal sealed record StartRequest
{
    /// <summary>Gets the program, a name to look up on the child's PATH or a path.</summary>
    public required string File { get; init; }

    /// <summary>Gets the original invocation, without a shell.</summary>
    public Invocation? Invocation { get; init; }

    /// <summary>Gets how another program carries the command elsewhere; null for all other commands.</summary>
    public CarriedRequest? Carried { get; init; }

    /// <summary>Gets whether this process writes a known input to the child's stdin and then closes it.</summary>
    public bool IsFed { get; init; }

    /// <summary>Gets whether stdin is the pipe from the previous stage of a pipeline.</summary>
    public bool IsStdinLinked { get; init; }

    /// <summary>Gets whether stdout is the pipe to the next stage of a pipeline.</summary>
    public bool IsStdoutLinked { get; init; }

    /// <summary>Gets the whole argv, including argv[0].</summary>
    public required IReadOnlyList<string> Argv { get; init; }

    /// <summary>Gets <see cref="Argv"/> with secrets masked, for display.</summary>
    public required IReadOnlyList<string> MaskedArgv { get; init; }

    /// <summary>Gets the arguments after argv[0], with secrets masked.</summary>
    public IReadOnlyList<string> MaskedArguments => [.. MaskedArgv.Skip(1)];

    /// <summary>Gets the values that are masked wherever the program prints them.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets Node's <c>cmd</c>: the command as errors show it, with secrets masked.</summary>
    public required string Command { get; init; }

    public required IReadOnlyList<Stdio> Stdio { get; init; }

    /// <summary>Gets the caller's file streams, whose position follows the child.</summary>
    public IReadOnlyList<FollowedFile> Files { get; init; } = [];

    public required RunOptions Options { get; init; }

    public required ChildEnvironment Environment { get; init; }

    public bool Detached { get; init; }

    /// <summary>Gets the size of the child's pseudo-terminal, or null.</summary>
    public TerminalSize? Terminal { get; init; }

    /// <summary>Gets what is typed into it, or null for nothing, not even the end of input.</summary>
    public TerminalInput? TerminalInput { get; init; }

    /// <summary>Gets the path of the child's pseudo-terminal, after the platform has created it.</summary>
    public string? TerminalPath { get; init; }

    /// <summary>Gets how messages are serialized on the stdio entry that is <see cref="TypedExec.Stdio.Ipc"/>.</summary>
    public Serialization Serialization { get; init; }

    /// <summary>Gets how many unread bytes of each output are kept.</summary>
    public long MaxUnread { get; init; } = SpawnOptions.DefaultMaxUnread;

    /// <summary>Gets the index of the channel in stdio, or null.</summary>
    public int? IpcIndex { get; init; }

    /// <summary>
    /// Gets the process group that the child joins; null for the parent's or, with <see cref="KillGroup"/>, a new one.
    /// </summary>
    public int? Group { get; init; }

    /// <summary>Gets the descriptor of the terminal whose foreground group becomes the child's as it starts, or null.</summary>
    public int? ForegroundOf { get; init; }

    /// <summary>Gets whether the child starts with all signals blocked.</summary>
    public bool BlockSignals { get; init; }

    public string? Cwd => Options.Cwd;

    public uint? Uid => Options.Uid;

    public uint? Gid => Options.Gid;

    /// <summary>Gets whether a kill is sent to the child's whole process group.</summary>
    public bool KillGroup => Options.KillDescendants;
}
