namespace TypedExec.Remote.Slurm;

/// <summary>What a state of Slurm means for a pack.</summary>
internal enum TaskPhase
{
    Waiting,
    Running,

    /// <summary>At its end: all of its results are there, or will be in a moment.</summary>
    Completed,

    /// <summary>Ended for a reason that is not its own: it is submitted again.</summary>
    Lost,

    /// <summary>Ended by itself or by a limit: the command that ran has failed.</summary>
    Failed,

    /// <summary>Somebody wanted it to end: so does the rest of the pack.</summary>
    Stopped,
}

/// <summary>The state of one task, in Slurm's word and in ours.</summary>
/// <param name="Name">Slurm's: <c>NODE_FAIL</c>.</param>
internal readonly record struct TaskState(string Name)
{
    public TaskPhase Phase => Name switch
    {
        "RUNNING" or "COMPLETING" or "SUSPENDED" or "SIGNALING" or "STAGE_OUT" or "STOPPED" => TaskPhase.Running,
        "COMPLETED" => TaskPhase.Completed,
        "NODE_FAIL" or "BOOT_FAIL" or "PREEMPTED" or "REVOKED" or "LAUNCH_FAILED" or "RECONFIG_FAIL" => TaskPhase.Lost,
        "FAILED" or "TIMEOUT" or "OUT_OF_MEMORY" => TaskPhase.Failed,
        "CANCELLED" or "DEADLINE" => TaskPhase.Stopped,
        // PENDING, CONFIGURING, REQUEUED and their like, and what a later Slurm may bring: it is in the queue.
        _ => TaskPhase.Waiting,
    };

    public ClusterFailure Failure => Name switch
    {
        "TIMEOUT" or "DEADLINE" => ClusterFailure.TimeLimit,
        "OUT_OF_MEMORY" => ClusterFailure.OutOfMemory,
        "CANCELLED" => ClusterFailure.Cancelled,
        "FAILED" => ClusterFailure.TaskFailed,
        _ => ClusterFailure.NodeFailure,
    };

    public string Reason => Name switch
    {
        "TIMEOUT" => "its task ran into the time limit (SlurmOptions.TimeLimit, or the partition's)",
        "DEADLINE" => "its task ran into its deadline",
        "OUT_OF_MEMORY" => "its task used more memory than it may (SlurmOptions.Memory)",
        "CANCELLED" => "its task was canceled by someone else",
        _ => $"its task ended as {Name}",
    };
}

/// <summary>A task as the controller or the accounts list it.</summary>
/// <param name="JobId">The job array's id.</param>
/// <param name="Task">The task's number.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it waits, or <c>None</c>.</param>
internal readonly record struct TaskRow(string JobId, int Task, TaskState State, string Reason)
{
    /// <param name="line">As <c>1234_5|PENDING|Resources</c>.</param>
    /// <returns>Null for what is not a single task.</returns>
    public static TaskRow? Parse(string line)
    {
        var fields = line.Split('|');
        var underscore = fields[0].IndexOf('_', StringComparison.Ordinal);
        // "CANCELLED by 1000", "OUT_OF_ME+" where a column is too narrow, which ours are not.
        return fields.Length >= 2 && underscore > 0
            && int.TryParse(fields[0].AsSpan(underscore + 1), System.Globalization.CultureInfo.InvariantCulture, out var task)
            ? new TaskRow(fields[0][..underscore], task, new TaskState(fields[1].Split(' ')[0]), fields.Length > 2 ? fields[2] : "")
            : null;
    }
}
