namespace TypedExec.Remote.Failures;

/// <summary>Recognizes srun's own failures. Its exit code 1 is also that of many commands, but srun names itself on stderr.</summary>
internal static class SrunFailures
{
    public static CarrierFailure? Find(Srun srun, FailedRun run)
    {
        // srun also prints a line for a failed command: "srun: error: node1: task 0: Exited with exit code 3".
        var line = run.Lines.LastOrDefault(static line => line.StartsWith("srun: ", StringComparison.Ordinal)
            && !FailedRun.Has(line, "task ", "tasks ", "StepId=", "job submitted"));
        return run.ExitCode is null || line is null ? null : line switch
        {
            _ when FailedRun.Has(line, "Unable to contact slurm controller", "Connection refused", "Unable to resolve", "Communication connection failure") => new(
                CarrierFailureKind.Unreachable, "cannot reach the cluster", "Check whether slurmctld is running, and the configuration"),
            _ when FailedRun.Has(line, "Invalid partition", "invalid partition") => new(
                CarrierFailureKind.NotFound, $"doesn't know the partition {srun.Partition}", "sinfo lists the existing ones"),
            _ when FailedRun.Has(line, "Unable to allocate resources", "Unable to create step", "allocation failure", "Job violates", "Requested node configuration") => new(
                CarrierFailureKind.Refused, "gets no resources", "Request less, or another partition; sinfo lists the available resources"),
            _ when FailedRun.Has(line, "Access denied", "Invalid account", "authentication") => new(
                CarrierFailureKind.Refused, "is rejected by the cluster", "Check whether this user has an account there, and whether munge is running"),
            _ when FailedRun.Has(line, "Node failure", "node failure", "DUE TO NODE FAILURE") => new(
                CarrierFailureKind.ConnectionLost, "has lost its node", "Run the command again"),
            _ => null,
        };
    }
}
