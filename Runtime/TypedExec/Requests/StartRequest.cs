namespace TypedExec.Requests;

/// <summary>
/// Everything that the platform needs to start one child, checked and complete: what the options became.
/// </summary>
internal sealed record StartRequest
{
    /// <summary>The program, a name to look up on the child's PATH or a path.</summary>
    public required string File { get; init; }

    /// <summary>What the call was about, before a shell was put around it.</summary>
    public Invocation? Invocation { get; init; }

    /// <summary>Whether this process writes a known input to the child's stdin and then closes it.</summary>
    public bool IsFed { get; init; }

    /// <summary>Whether stdin is the pipe from the stage before it in a pipeline.</summary>
    public bool IsStdinLinked { get; init; }

    /// <summary>Whether stdout is the pipe to the stage after it in a pipeline.</summary>
    public bool IsStdoutLinked { get; init; }

    /// <summary>The whole argv, with argv[0].</summary>
    public required IReadOnlyList<string> Argv { get; init; }

    /// <summary><see cref="Argv"/> with secrets masked, for everything that is shown.</summary>
    public required IReadOnlyList<string> MaskedArgv { get; init; }

    /// <summary>The arguments after argv[0], secrets masked.</summary>
    public IReadOnlyList<string> MaskedArguments => [.. MaskedArgv.Skip(1)];

    /// <summary>The values that are masked wherever the program shows them.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Node's <c>cmd</c>: the command as errors show it, secrets masked.</summary>
    public required string Command { get; init; }

    public required IReadOnlyList<Stdio> Stdio { get; init; }

    /// <summary>The caller's file streams among them, which follow what the child does.</summary>
    public IReadOnlyList<FollowedFile> Files { get; init; } = [];

    public required RunOptions Options { get; init; }

    public required ChildEnvironment Environment { get; init; }

    public bool Detached { get; init; }

    /// <summary>The size of the child's pseudo-terminal; null without one.</summary>
    public TerminalSize? Terminal { get; init; }

    /// <summary>What is typed into it; null for nothing, and no end of input either.</summary>
    public TerminalInput? TerminalInput { get; init; }

    /// <summary>Where the child opens its pseudo-terminal, once the platform has made it.</summary>
    public string? TerminalPath { get; init; }

    /// <summary>How messages travel on the entry of stdio that is <see cref="TypedExec.Stdio.Ipc"/>.</summary>
    public Serialization Serialization { get; init; }

    /// <summary>How many bytes of each output are kept that nobody reads.</summary>
    public long MaxUnread { get; init; } = SpawnOptions.DefaultMaxUnread;

    /// <summary>The index of the channel in stdio, or null.</summary>
    public int? IpcIndex { get; init; }

    /// <summary>The process group that the child joins; null for the parent's, or with <see cref="KillGroup"/> one of its own.</summary>
    public int? Group { get; init; }

    /// <summary>The descriptor of the terminal into whose foreground the child's group is put as it starts, or null.</summary>
    public int? ForegroundOf { get; init; }

    /// <summary>Whether the child begins with all signals blocked.</summary>
    public bool BlockSignals { get; init; }

    public string? Cwd => Options.Cwd;

    public uint? Uid => Options.Uid;

    public uint? Gid => Options.Gid;

    /// <summary>Whether a kill is for the child's whole process group.</summary>
    public bool KillGroup => Options.KillDescendants;
}
