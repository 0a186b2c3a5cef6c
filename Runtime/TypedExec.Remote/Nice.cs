namespace TypedExec.Remote;

/// <summary>Runs a command with another scheduling priority, by <c>nice</c>.</summary>
[Command("nice")]
public sealed partial class Nice
{
    /// <summary>What is added to the priority: 19 is the most considerate, and only root may go below zero. Default: 10.</summary>
    [Option("-n")]
    public int? Adjustment { get; init; }
}
