namespace TypedExec.Remote.Slurm;

/// <summary>Explains why Slurm rejected a request: the option that caused it, and what to do.</summary>
internal sealed class Refusal(SlurmOptions options, string stderr)
{
    /// <summary>The reasons for which a task waits forever, with the options that cause them.</summary>
    private static readonly Dictionary<string, string> Hopeless = new()
    {
        ["PartitionConfig"] = "CpusPerTask, Memory and SbatchArguments",
        ["BadConstraints"] = "CpusPerTask, Memory and SbatchArguments",
        ["PartitionTimeLimit"] = "TimeLimit",
        ["PartitionNodeLimit"] = "SbatchArguments",
        ["InvalidAccount"] = "Account",
        ["InvalidQOS"] = "SbatchArguments",
    };

    private static readonly string[] NoAnswer = ["Unable to contact slurm controller", "Socket timed out", "Zero Bytes were transmitted", "Unable to establish", "Connection refused"];

    /// <summary>Slurm's message without the names of its programs.</summary>
    private readonly string _text = string.Join(
        "; ",
        stderr.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static line => !line.StartsWith("Try ", StringComparison.Ordinal))
            .Select(static line => line.Replace("sbatch: error: ", "", StringComparison.Ordinal).Replace("Batch job submission failed: ", "", StringComparison.Ordinal))
            .Distinct());

    /// <summary>Explains why tasks wait forever, or returns null if they're only waiting.</summary>
    /// <param name="reason">The reason, in Slurm's words.</param>
    public static ClusterException? ExplainWaiting(string? reason)
        => reason is not null && Hopeless.TryGetValue(reason, out var names)
            ? new ClusterException($"The tasks would wait forever: Slurm says {reason}. No node of the cluster can run them: check SlurmOptions.{names}. \"sinfo -N -l\" lists the nodes, \"sinfo\" the limits.")
            : null;

    public async Task<ClusterException> ExplainAsync(SlurmClient client, RunManifest? manifest)
    {
        if (NoAnswer.Any(Says))
        {
            return new ClusterException($"Slurm's controller (slurmctld) didn't respond: {_text}. Is it running? Run \"scontrol ping\" to find out.") { IsTransient = true };
        }

        if (Says("configuration source") || Says("fetch config") || Says("slurm.conf") || Says("s_p_parse_file"))
        {
            return new ClusterException($"Slurm is not configured on this machine: {_text}. Set SLURM_CONF, here or in SlurmOptions.Client.Env, to the path of the cluster's slurm.conf.");
        }

        if (Says("munge", StringComparison.OrdinalIgnoreCase) || Says("Invalid authentication credential"))
        {
            return new ClusterException($"Slurm couldn't authenticate you: {_text}. Is munged running on this machine, with the cluster's key?") { IsTransient = true };
        }

        if (manifest is null)
        {
            return new ClusterException($"Slurm's queue couldn't be read: {_text}") { IsTransient = true };
        }

        return new ClusterException($"Slurm rejected the run: {_text}. {await AdviceAsync(client, manifest).ConfigureAwait(false)}");
    }

    private async Task<string> AdviceAsync(SlurmClient client, RunManifest manifest)
    {
        if (Says("job array"))
        {
            var packs = (manifest.Count + manifest.CommandsPerTask - 1) / manifest.CommandsPerTask;
            return await client.MaxArraySizeAsync().ConfigureAwait(false) is { } size && packs > size
                ? $"{manifest.Count} commands, {manifest.CommandsPerTask} in a task, need {packs} tasks, but the cluster's MaxArraySize is {size}: set SlurmOptions.CommandsPerTask to {(manifest.Count + size - 1) / size} or more."
                : "Increase SlurmOptions.CommandsPerTask for fewer tasks, or check SlurmOptions.MaxConcurrency.";
        }

        if (Says("partition", StringComparison.OrdinalIgnoreCase) && options.Partition is { } partition)
        {
            var names = await client.PartitionsAsync().ConfigureAwait(false);
            return names.Count > 0
                ? $"SlurmOptions.Partition is \"{partition}\"; these exist: {string.Join(", ", names)}."
                : $"SlurmOptions.Partition is \"{partition}\": \"sinfo\" lists the existing ones.";
        }

        if (Says("account", StringComparison.OrdinalIgnoreCase))
        {
            return $"SlurmOptions.Account is {(options.Account is { } account ? $"\"{account}\"" : "not set")}: \"sacctmgr show associations\" lists yours.";
        }

        if (Says("time limit", StringComparison.OrdinalIgnoreCase))
        {
            return $"SlurmOptions.TimeLimit is {(options.TimeLimit is { } limit ? limit.ToString() : "not set")}: \"sinfo\" lists the limits of the partitions.";
        }

        if (Says("unrecognized option") || Says("invalid option") || Says("unknown option"))
        {
            return "Check SlurmOptions.SbatchArguments.";
        }

        if (Says("Memory specification"))
        {
            return $"SlurmOptions.Memory is {(options.Memory is { } memory ? $"\"{memory}\"" : "not set")}: \"sinfo -o %m\" lists the memory of the nodes, in megabytes.";
        }

        if (Says("CPU count") || Says("node configuration"))
        {
            return $"No node has the requested resources: check SlurmOptions.CpusPerTask ({options.CpusPerTask?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not set"}), Memory ({options.Memory ?? "not set"}) and SbatchArguments; \"sinfo -N -l\" lists the nodes.";
        }

        return options.SbatchArguments.Count > 0 ? "Check SlurmOptions, including its SbatchArguments." : "Look at SlurmOptions.";
    }

    private bool Says(string part) => Says(part, StringComparison.Ordinal);

    private bool Says(string part, StringComparison comparison) => stderr.Contains(part, comparison);
}
