namespace TypedExec.Remote;

/// <summary>
/// Runs a command with another environment, by <c>env</c>. On this machine the option <c>Env</c> does the same; this is for the middle of a
/// chain: <c>command.Via(new Env { … }).Via(new Sudo())</c>. The command replaces env, so signals reach it.
/// </summary>
[Command("env")]
public sealed partial class Env : ICarrier
{
    /// <summary>Whether the environment begins empty. Default: false.</summary>
    [Option("-i")]
    public bool Clear { get; init; }

    /// <summary>Entries that are removed.</summary>
    [Option("-u")]
    public IReadOnlyList<string> Unset { get; init; } = [];

    /// <summary>Entries that are set. Their values are masked wherever the command is shown.</summary>
    [Argument(0, Secret = true, AllowLeadingDash = true)]
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
