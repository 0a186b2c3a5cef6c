namespace TypedExec.Remote;

/// <summary>Runs a command with another scheduling priority, with <c>nice</c>. The command replaces nice, so signals reach it.</summary>
[Command("nice")]
public sealed partial class Nice : ICarrier
{
    /// <summary>The niceness to add, up to 19 for the lowest priority.</summary>
    /// <remarks>Only root can use a negative value. Default: nice's own, 10.</remarks>
    [Option("-n")]
    public int? Adjustment { get; init; }
}
