using TypedExec;

namespace Tour;

/// <summary>The Node.js runtime.</summary>
[Command("node", Fork = true)]
public partial class Node
{
    /// <summary>Prints Node's version.</summary>
    [Option("--version")]
    public bool Version { get; init; }

    /// <summary>The script to run.</summary>
    [Argument(0)]
    public string? Script { get; init; }

    /// <summary>Gets or sets the arguments of the script.</summary>
    [Argument(1, AllowLeadingDash = true)]
    public IReadOnlyList<string> ScriptArguments { get; init; } = [];
}
