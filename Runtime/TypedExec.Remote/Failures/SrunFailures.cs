namespace TypedExec.Remote.Failures;

/// <summary>srun's own failures: the exit code is 1, as of many commands, and srun says on stderr that it was srun.</summary>
internal static class SrunFailures
{
    public static CarrierFailure? Find(Srun srun, FailedRun run)
    {
        // After a command that has failed srun says so as well: "srun: error: node1: task 0: Exited with exit code 3".
        var line = run.Lines.LastOrDefault(static line => line.StartsWith("srun: ", StringComparison.Ordinal)
            && !FailedRun.Has(line, "task ", "tasks ", "StepId=", "job submitted"));
        return run.ExitCode is null || line is null ? null : line switch
        {
            _ when FailedRun.Has(line, "Unable to contact slurm controller", "Connection refused", "Unable to resolve", "Communication connection failure") => new(
                CarrierFailureKind.Unreachable, "cannot reach the cluster", "See whether slurmctld is running, and the configuration"),
            _ when FailedRun.Has(line, "Invalid partition", "invalid partition") => new(
                CarrierFailureKind.NotFound, $"knows no partition {srun.Partition}", "sinfo shows those that there are"),
            _ when FailedRun.Has(line, "Unable to allocate resources", "Unable to create step", "allocation failure", "Job violates", "Requested node configuration") => new(
                CarrierFailureKind.Refused, "gets no resources", "Ask for less, or for another partition; sinfo shows what there is"),
            _ when FailedRun.Has(line, "Access denied", "Invalid account", "authentication") => new(
                CarrierFailureKind.Refused, "is refused by the cluster", "See whether this user has an account there, and munge is running"),
            _ when FailedRun.Has(line, "Node failure", "node failure", "DUE TO NODE FAILURE") => new(
                CarrierFailureKind.ConnectionLost, "has lost its node", "Run the command again"),
            _ => null,
        };
    }
}
