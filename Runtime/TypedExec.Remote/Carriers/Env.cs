namespace TypedExec.Remote;

/// <summary>Runs a command with a changed environment, with <c>env</c>.</summary>
/// <remarks>
/// On this machine, the option <c>Env</c> does the same; use this carrier inside a chain: <c>command.Via(new Env { … }).Via(new
/// Sudo())</c>. The command replaces env, so signals reach it.
/// </remarks>
[Command("env")]
public sealed partial class Env : ICarrier
{
    /// <summary>Whether the environment starts empty. Default: false.</summary>
    [Option("-i")]
    public bool Clear { get; init; }

    /// <summary>The names of entries to remove.</summary>
    [Option("-u")]
    public IReadOnlyList<string> Unset { get; init; } = [];

    /// <summary>The entries to set. Their values are masked wherever the command is shown.</summary>
    [Argument(0, Secret = true, AllowLeadingDash = true)]
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
