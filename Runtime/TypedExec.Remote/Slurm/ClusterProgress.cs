namespace TypedExec.Remote;

/// <summary>How far a run is.</summary>
/// <param name="Total">How many commands there are.</param>
/// <param name="Completed">How many have a result.</param>
/// <param name="Failed">How many of those failed.</param>
/// <param name="RunningTasks">How many tasks of the job array ran when the queue was last asked.</param>
/// <param name="PendingTasks">How many waited.</param>
/// <param name="PendingReason">Why the first of them waited, in Slurm's words, such as <c>Priority</c> or <c>Resources</c>; null where none did.</param>
public readonly record struct ClusterProgress(
    int Total, int Completed, int Failed, int RunningTasks = 0, int PendingTasks = 0, string? PendingReason = null)
{
    /// <summary>The part of the commands that have a result, from 0 to 1.</summary>
    public double Fraction => Total == 0 ? 1 : (double)Completed / Total;
}
