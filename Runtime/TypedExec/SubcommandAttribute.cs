namespace TypedExec;

/// <summary>
/// Makes a class nested in a command class a subcommand, as <c>commit</c> is of <c>git</c>. Its forms put the path of
/// subcommands first: <c>Git.Commit.ExecFile("-m", "x")</c> runs <c>git commit -m x</c>.
/// </summary>
/// <param name="path">The words that select the subcommand, separated by spaces: <c>"commit"</c>, <c>"remote add"</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SubcommandAttribute(string path) : Attribute
{
    /// <summary>The words that select the subcommand, separated by spaces.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The exit codes that are no failure of this subcommand, such as 1 of <c>git diff --exit-code</c>: <c>[0, 1]</c>. Default: what the
    /// class around it says, else 0 alone.
    /// </summary>
    public int[]? SuccessExitCodes { get; set; }
}
