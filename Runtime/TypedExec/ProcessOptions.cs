namespace TypedExec;

/// <summary>Provides the options that all ways of running a command share.</summary>
/// <remarks>
/// Their names are Node's, in PascalCase. For an option that is null, the default options of the command apply, and then the
/// option's own default.
/// </remarks>
public record ProcessOptions
{
    /// <summary>Gets or sets the child's working directory (Node's <c>cwd</c>). The default is the parent's.</summary>
    public string? Cwd { get; init; }

    /// <summary>
    /// Gets or sets environment entries that are merged into the parent's (Node's <c>env</c>, which replaces them; see
    /// <see cref="ClearEnv"/>).
    /// </summary>
    /// <remarks>
    /// A null value removes an entry; an empty string doesn't. If the command has default options, they are merged entry by
    /// entry, and the call's entries win.
    /// </remarks>
    public IReadOnlyDictionary<string, string?>? Env { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the child's environment consists only of <see cref="Env"/>, as with Node's
    /// <c>env</c>. The default is false.
    /// </summary>
    public bool? ClearEnv { get; init; }

    /// <summary>Gets or sets the child's user ID (Node's <c>uid</c>).</summary>
    /// <remarks>
    /// <para>Requires privileges; Linux only. The default is the parent's.</para>
    /// <para>Without <see cref="Gid"/> the child gets the user's own group from the user database, whereas Node keeps the
    /// parent's. If the database doesn't contain the user, <see cref="ArgumentException"/> is thrown.</para>
    /// <para>The parent's supplementary groups and its ambient and inheritable capabilities are dropped, and the child enters
    /// <see cref="Cwd"/> as that user. If one of these steps fails, the child fails to start.</para>
    /// </remarks>
    public uint? Uid { get; init; }

    /// <summary>Gets or sets the child's group ID (Node's <c>gid</c>).</summary>
    /// <remarks>
    /// Requires privileges; Linux only. The default is the parent's or, with <see cref="Uid"/> or <see cref="UserName"/>, that
    /// user's own.
    /// </remarks>
    public uint? Gid { get; init; }

    /// <summary>Gets or sets the name of the user that the child runs as.</summary>
    /// <remarks>
    /// <see cref="Uid"/> and, unless it is set too, <see cref="Gid"/> are taken from the user database. Requires privileges;
    /// Linux only. Beyond Node. The default is the parent's user. If the database doesn't contain the name, or if
    /// <see cref="Uid"/> is set too, <see cref="ArgumentException"/> is thrown.
    /// </remarks>
    public string? UserName { get; init; }

    /// <summary>Gets or sets the shell that runs the command (Node's <c>shell</c>).</summary>
    /// <remarks>
    /// Unlike in Node, arguments are quoted for it. By default, only <c>Exec</c> uses a shell, the platform's default one.
    /// </remarks>
    public Shell? Shell { get; init; }

    /// <summary>
    /// Gets or sets how long the child may run before <see cref="KillSignal"/> is sent (Node's <c>timeout</c>). Zero and
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> mean no limit, which is the default.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Gets or sets the signal that is sent on a timeout, on cancellation, when <c>MaxBuffer</c> is exceeded, and on disposal
    /// (Node's <c>killSignal</c>). The default is <see cref="Signal.SIGTERM"/>.
    /// </summary>
    public Signal? KillSignal { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the child's console window is hidden on Windows (Node's <c>windowsHide</c>).
    /// The default is false.
    /// </summary>
    public bool? WindowsHide { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether arguments are passed unquoted on Windows (Node's
    /// <c>windowsVerbatimArguments</c>).
    /// </summary>
    /// <remarks>It has no effect on other systems. The default is false.</remarks>
    public bool? WindowsVerbatimArguments { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the child gets its own process group, and kills, timeouts and cancellation
    /// reach the whole group, so that no descendant in it keeps running.
    /// </summary>
    /// <remarks>
    /// With a terminal, they reach the child's session, including all jobs of a shell. Beyond Node. The default is false.
    /// </remarks>
    public bool? KillDescendants { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the child and its descendants are killed with <see cref="Signal.SIGKILL"/>
    /// when this process ends before them, whether it returns, crashes or is itself killed with SIGKILL.
    /// </summary>
    /// <remarks>
    /// <para>Beyond Node. The default is false.</para>
    /// <para>This is in effect from the child's start until the child and all its descendants have exited, even after
    /// <see cref="ChildProcess.Closed"/>. On Linux, the child gets its own process group, which contains a small program that
    /// waits for this process to end. If that program is killed, <see cref="ChildProcess.Error"/> is raised. A descendant that
    /// starts its own group or session escapes. With a terminal, the child's whole session is killed, regardless of
    /// groups.</para>
    /// <para>Combining it with <c>Detached</c>, which lets a child outlive its parent, throws
    /// <see cref="ArgumentException"/>.</para>
    /// </remarks>
    public bool? KillOnParentExit { get; init; }

    /// <summary>
    /// Gets or sets how long the child may keep running after the kill signal before <see cref="Signal.SIGKILL"/> is sent.
    /// </summary>
    /// <remarks>
    /// It applies to timeouts, cancellation, exceeded output limits, <c>StopAsync</c> and disposal. If set, it also applies to
    /// a call to <c>Kill</c> with a signal that ends a child by default.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means never. Beyond Node. The default is 5 seconds, and never
    /// after a call to <c>Kill</c>.
    /// </remarks>
    public TimeSpan? ForceKillAfter { get; init; }

    /// <summary>
    /// Gets or sets the exit codes that count as success, such as <c>[0, 1]</c> for grep, which exits with 1 when nothing
    /// matches.
    /// </summary>
    /// <remarks>Beyond Node. The default is what the command class specifies, or 0 alone.</remarks>
    public IReadOnlyList<int>? SuccessExitCodes { get; init; }

    /// <summary>
    /// Gets or sets how long output that a descendant holds open may delay <see cref="ChildProcess.Closed"/> after the child
    /// has exited.
    /// </summary>
    /// <remarks>
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit. Beyond Node. The default is 250 ms for a run
    /// that was stopped, and otherwise no limit, as in Node.
    /// </remarks>
    public TimeSpan? DrainTimeout { get; init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the child gets its trace context through the environment entries
    /// <c>TRACEPARENT</c> and <c>TRACESTATE</c>.
    /// </summary>
    /// <remarks>
    /// That is the child's own span if there is a listener for it, and otherwise the current
    /// <see cref="System.Diagnostics.Activity"/>. Beyond Node. The default is false.
    /// </remarks>
    public bool? PropagateTraceContext { get; init; }
}
