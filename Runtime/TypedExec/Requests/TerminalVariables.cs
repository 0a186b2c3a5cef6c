namespace TypedExec.Requests;

/// <summary>What the environment of a child says about its terminal.</summary>
internal static class TerminalVariables
{
    private const string Type = "TERM";

    /// <summary>What the screen follows, and every system's database has.</summary>
    private const string DefaultType = "xterm-256color";

    /// <summary>
    /// The option <c>Env</c> of a child with a pseudo-terminal of its own: the size of this process's terminal, which a shell may have
    /// left in the environment, is not the child's, and a program without a type would print as if there were no terminal.
    /// </summary>
    /// <param name="env">The option.</param>
    /// <param name="isCleared">Whether the child's environment is that alone.</param>
    /// <param name="isAttended">Whether somebody may press a key; else a pager would wait for one for ever.</param>
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
