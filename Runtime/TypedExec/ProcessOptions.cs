namespace TypedExec;

/// <summary>
/// The options that every way of running a command has. Names are Node's, in PascalCase. An option that is null is not said
/// here: then the options that travel with the command decide, and then the default.
/// </summary>
public record ProcessOptions
{
    /// <summary>The child's working directory (Node's <c>cwd</c>). Default: the parent's.</summary>
    public string? Cwd { get; init; }

    /// <summary>
    /// Environment entries that are merged over the parent's (Node's <c>env</c>, which replaces: see
    /// <see cref="ClearEnv"/>). A null value removes the entry, an empty one stays empty. Where the command has options of its
    /// own that travel with it, the two are merged entry by entry, and the call's win.
    /// </summary>
    public IReadOnlyDictionary<string, string?>? Env { get; init; }

    /// <summary>Whether the child's environment is <see cref="Env"/> alone, as with Node's <c>env</c>. Default: false.</summary>
    public bool? ClearEnv { get; init; }

    /// <summary>The child's user id (Node's <c>uid</c>). Needs privilege; Linux only. Default: the parent's.</summary>
    /// <remarks>
    /// <para>Without <see cref="Gid"/> the child gets that user's own group from the user database, where Node leaves it the
    /// parent's. A user that the database does not have is refused then, with <see cref="ArgumentException"/>.</para>
    /// <para>The parent's supplementary groups and its ambient and inheritable capabilities are dropped, and the child
    /// enters <see cref="Cwd"/> as that user. A step that fails is the child's start failure.</para>
    /// </remarks>
    public uint? Uid { get; init; }

    /// <summary>
    /// The child's group id (Node's <c>gid</c>). Needs privilege; Linux only. Default: the parent's, and with
    /// <see cref="Uid"/> or <see cref="UserName"/> that user's own.
    /// </summary>
    public uint? Gid { get; init; }

    /// <summary>
    /// The user that the child runs as, by name: <see cref="Uid"/> and, unless it is set too, <see cref="Gid"/> are taken
    /// from the user database. Needs privilege; Linux only. Beyond Node. Default: the parent's user.
    /// </summary>
    /// <remarks>A name that the database does not have, and one together with <see cref="Uid"/>, is refused with
    /// <see cref="ArgumentException"/>.</remarks>
    public string? UserName { get; init; }

    /// <summary>
    /// Runs the command in a shell (Node's <c>shell</c>); unlike in Node, arguments are quoted for it. Default: no shell
    /// (for <c>Exec</c>, the default shell).
    /// </summary>
    public Shell? Shell { get; init; }

    /// <summary>
    /// How long the child may run before <see cref="KillSignal"/> is sent (Node's <c>timeout</c>). Zero and
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: no limit. Default: no limit.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// The signal that timeout, cancellation, an exceeded <c>MaxBuffer</c> and disposal send (Node's <c>killSignal</c>).
    /// Default: <see cref="Signal.SIGTERM"/>.
    /// </summary>
    public Signal? KillSignal { get; init; }

    /// <summary>Hides the console window of the child on Windows (Node's <c>windowsHide</c>). Default: false.</summary>
    public bool? WindowsHide { get; init; }

    /// <summary>
    /// Passes arguments unquoted on Windows (Node's <c>windowsVerbatimArguments</c>). No effect elsewhere. Default: false.
    /// </summary>
    public bool? WindowsVerbatimArguments { get; init; }

    /// <summary>
    /// Gives the child a process group of its own, and lets kill, timeout and cancellation reach the whole group, so that
    /// no descendant in it is left running. With a terminal it is the child's session, with all jobs of a shell. Beyond Node.
    /// Default: false.
    /// </summary>
    public bool? KillDescendants { get; init; }

    /// <summary>
    /// Kills the child and its descendants, by <see cref="Signal.SIGKILL"/>, when this process ends before them, in whatever
    /// way: it returns, crashes, or is itself killed by SIGKILL. Beyond Node. Default: false.
    /// </summary>
    /// <remarks>
    /// <para>It holds from the child's first moment until nothing is left of it and its descendants, also after
    /// <see cref="ChildProcess.Closed"/>. On Linux the child gets a process group of its own, with a small program in it that
    /// waits for this process's end; if that program is killed, <see cref="ChildProcess.Error"/> is raised; a descendant that
    /// begins a group or session of its own escapes. With a terminal, all of the child's session is killed, whatever its groups.</para>
    /// <para>With <c>Detached</c>, which lets a child outlive its parent, it throws <see cref="ArgumentException"/>.</para>
    /// </remarks>
    public bool? KillOnParentExit { get; init; }

    /// <summary>
    /// How long after the kill signal of a timeout, a cancellation, too much output, <c>StopAsync</c> or disposal the child gets
    /// <see cref="Signal.SIGKILL"/> if it still runs. When set, it also follows a call of <c>Kill</c> with a signal that ends a
    /// child by default. Beyond Node. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: never. Default: 5 seconds, and
    /// never after a call of <c>Kill</c>.
    /// </summary>
    public TimeSpan? ForceKillAfter { get; init; }

    /// <summary>
    /// The exit codes that are no failure, such as grep's 1 for "no match": <c>[0, 1]</c>. Beyond Node. Default: what the class says,
    /// else 0 alone.
    /// </summary>
    public IReadOnlyList<int>? SuccessExitCodes { get; init; }

    /// <summary>
    /// How long output that a descendant holds open may delay <see cref="ChildProcess.Closed"/> after the child's exit.
    /// Beyond Node. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: no limit. Default: 250 ms for a run that was
    /// stopped, and otherwise no limit, as in Node.
    /// </summary>
    public TimeSpan? DrainTimeout { get; init; }

    /// <summary>
    /// Gives the child the trace that it belongs to, by the environment entries <c>TRACEPARENT</c> and <c>TRACESTATE</c>: its own span
    /// where somebody listens to those, else the current <see cref="System.Diagnostics.Activity"/>. Beyond Node. Default: false.
    /// </summary>
    public bool? PropagateTraceContext { get; init; }
}
