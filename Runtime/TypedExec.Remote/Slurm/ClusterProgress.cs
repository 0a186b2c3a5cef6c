namespace TypedExec.Remote;

/// <summary>The progress of a run.</summary>
/// <param name="Total">The number of commands.</param>
/// <param name="Completed">The number of commands that have a result.</param>
/// <param name="Failed">The number of commands that failed.</param>
/// <param name="RunningTasks">The number of running tasks of the job array when the queue was last queried.</param>
/// <param name="PendingTasks">The number of waiting tasks.</param>
/// <param name="PendingReason">Why the first of them waited, in Slurm's words, such as <c>Priority</c> or <c>Resources</c>, or null if none did.</param>
public readonly record struct ClusterProgress(
    int Total, int Completed, int Failed, int RunningTasks = 0, int PendingTasks = 0, string? PendingReason = null)
{
    /// <summary>Gets the fraction of the commands that have a result, from 0 to 1.</summary>
    public double Fraction => Total == 0 ? 1 : (double)Completed / Total;
}
