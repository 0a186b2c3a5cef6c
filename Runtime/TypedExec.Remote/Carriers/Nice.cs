namespace TypedExec.Remote;

/// <summary>Runs a command with another scheduling priority, by <c>nice</c>. The command replaces nice, so signals reach it.</summary>
[Command("nice")]
public sealed partial class Nice : ICarrier
{
    /// <summary>What is added to the priority: 19 is the most considerate, and only root may go below zero. Default: nice's own, 10.</summary>
    [Option("-n")]
    public int? Adjustment { get; init; }
}
