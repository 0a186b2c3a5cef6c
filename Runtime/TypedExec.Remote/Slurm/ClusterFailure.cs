namespace TypedExec.Remote;

/// <summary>Why a command has no exit status of its own, or not the one it would have had.</summary>
public enum ClusterFailure
{
    /// <summary>It ran to its end: its exit status says how.</summary>
    None,

    /// <summary>It could not be started on the node: its program or its directory is not there, or may not be used.</summary>
    NotStarted,

    /// <summary>It ran into its own <see cref="ProcessOptions.Timeout"/>.</summary>
    TimedOut,

    /// <summary>Its task ran into the time limit (<see cref="SlurmOptions.TimeLimit"/>).</summary>
    TimeLimit,

    /// <summary>Slurm ended its task because it used too much memory (<see cref="SlurmOptions.Memory"/>).</summary>
    OutOfMemory,

    /// <summary>Its node failed, it was preempted, or its task was lost, more often than <see cref="SlurmOptions.MaxRetries"/> allows.</summary>
    NodeFailure,

    /// <summary>Somebody else cancelled its task: a user or an administrator, by <c>scancel</c>.</summary>
    Cancelled,

    /// <summary>Its task failed by itself, for instance because the node cannot write to the folder.</summary>
    TaskFailed,
}
