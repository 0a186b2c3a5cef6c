namespace TypedExec;

/// <summary>
/// Marks a class nested in a command class as a subcommand, such as <c>commit</c> of <c>git</c>. Its methods put the subcommand's
/// words first: <c>Git.Commit.ExecFile("-m", "x")</c> runs <c>git commit -m x</c>.
/// </summary>
/// <param name="path">The words that select the subcommand, separated by spaces: <c>"commit"</c>, <c>"remote add"</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SubcommandAttribute(string path) : Attribute
{
    /// <summary>Gets the words that select the subcommand, separated by spaces.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Gets or sets the exit codes of this subcommand that count as success, such as <c>[0, 1]</c> for <c>git diff
    /// --exit-code</c>. The default is what the outer class specifies, or 0 alone.
    /// </summary>
    public int[]? SuccessExitCodes { get; set; }
}
