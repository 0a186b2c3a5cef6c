namespace TypedExec.Remote.Slurm;

/// <summary>What a Slurm state means for a pack.</summary>
internal enum TaskPhase
{
    Waiting,
    Running,

    /// <summary>Ended normally: all of its results exist, or will in a moment.</summary>
    Completed,

    /// <summary>Ended for an external reason: the pack is submitted again.</summary>
    Lost,

    /// <summary>Ended by itself or by a limit: the running command has failed.</summary>
    Failed,

    /// <summary>Canceled by someone: the rest of the pack fails too.</summary>
    Stopped,
}

/// <summary>The state of one task, as Slurm's name and as the run treats it.</summary>
/// <param name="Name">Slurm's name, such as <c>NODE_FAIL</c>.</param>
internal readonly record struct TaskState(string Name)
{
    public TaskPhase Phase => Name switch
    {
        "RUNNING" or "COMPLETING" or "SUSPENDED" or "SIGNALING" or "STAGE_OUT" or "STOPPED" => TaskPhase.Running,
        "COMPLETED" => TaskPhase.Completed,
        "NODE_FAIL" or "BOOT_FAIL" or "PREEMPTED" or "REVOKED" or "LAUNCH_FAILED" or "RECONFIG_FAIL" => TaskPhase.Lost,
        "FAILED" or "TIMEOUT" or "OUT_OF_MEMORY" => TaskPhase.Failed,
        "CANCELLED" or "DEADLINE" => TaskPhase.Stopped,
        // PENDING, CONFIGURING, REQUEUED, and similar states, and any that a later Slurm adds: it is in the queue.
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
        "TIMEOUT" => "its task reached the time limit (SlurmOptions.TimeLimit, or the partition's)",
        "DEADLINE" => "its task reached its deadline",
        "OUT_OF_MEMORY" => "its task used more memory than allowed (SlurmOptions.Memory)",
        "CANCELLED" => "its task was canceled by someone else",
        _ => $"its task ended as {Name}",
    };
}

/// <summary>A task as listed by the controller or by accounting.</summary>
/// <param name="JobId">The job array's ID.</param>
/// <param name="Task">The task's number.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it waits, or <c>None</c>.</param>
internal readonly record struct TaskRow(string JobId, int Task, TaskState State, string Reason)
{
    /// <param name="line">A line such as <c>1234_5|PENDING|Resources</c>.</param>
    /// <returns>Null if the line isn't about a single task.</returns>
    public static TaskRow? Parse(string line)
    {
        var fields = line.Split('|');
        var underscore = fields[0].IndexOf('_', StringComparison.Ordinal);
        // "CANCELLED by 1000". "OUT_OF_ME+" occurs only in narrow columns, which ours aren't.
        return fields.Length >= 2 && underscore > 0
            && int.TryParse(fields[0].AsSpan(underscore + 1), System.Globalization.CultureInfo.InvariantCulture, out var task)
            ? new TaskRow(fields[0][..underscore], task, new TaskState(fields[1].Split(' ')[0]), fields.Length > 2 ? fields[2] : "")
            : null;
    }
}
