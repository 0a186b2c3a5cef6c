namespace TypedExec.Remote;

/// <summary>Specifies why a command has no exit status, or a different one than its own.</summary>
public enum ClusterFailure
{
    /// <summary>It ran to completion; see its exit status.</summary>
    None,

    /// <summary>It couldn't be started on the node: its program or directory doesn't exist, or access is denied.</summary>
    NotStarted,

    /// <summary>It exceeded its own <see cref="ProcessOptions.Timeout"/>.</summary>
    TimedOut,

    /// <summary>Its task exceeded the time limit (<see cref="SlurmOptions.TimeLimit"/>).</summary>
    TimeLimit,

    /// <summary>Slurm ended its task because it used too much memory (<see cref="SlurmOptions.Memory"/>).</summary>
    OutOfMemory,

    /// <summary>Its node failed, it was preempted, or its task was lost, more often than <see cref="SlurmOptions.MaxRetries"/> allows.</summary>
    NodeFailure,

    /// <summary>Its task was canceled externally, by a user or an administrator, with <c>scancel</c>.</summary>
    Cancelled,

    /// <summary>Its task failed by itself, for example because the node can't write to the folder.</summary>
    TaskFailed,
}
