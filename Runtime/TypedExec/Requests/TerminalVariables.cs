namespace TypedExec.Requests;

/// <summary>The environment entries that describe a child's terminal.</summary>
internal static class TerminalVariables
{
    private const string Type = "TERM";

    /// <summary>The type that the screen implements and that every system's database contains.</summary>
    private const string DefaultType = "xterm-256color";

    /// <summary>Completes the option <c>Env</c> of a child with its own pseudo-terminal.</summary>
    /// <remarks>
    /// The size of this process's terminal, which a shell may have left in the environment, isn't the child's, and without a
    /// terminal type, a program would print as if there were no terminal.
    /// </remarks>
    /// <param name="env">The option.</param>
    /// <param name="isCleared">True if the child's environment consists only of that.</param>
    /// <param name="isAttended">True if somebody may press a key; otherwise a pager would wait for one forever.</param>
    public static Dictionary<string, string?> AddTo(IReadOnlyDictionary<string, string?>? env, bool isCleared, bool isAttended)
    {
        var changes = new Dictionary<string, string?>(ChildEnvironment.KeyComparer) { ["COLUMNS"] = null, ["LINES"] = null };
        if (isCleared || string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Type)))
        {
            changes[Type] = DefaultType;
        }

        if (!isAttended)
        {
            changes["PAGER"] = changes["GIT_PAGER"] = "cat";
        }

        foreach (var (key, value) in env ?? new Dictionary<string, string?>())
        {
            changes[key] = value;
        }

        return changes;
    }
}
