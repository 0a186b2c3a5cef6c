namespace TypedExec.Remote.Slurm;

/// <summary>Says what a refusal of Slurm's is about: the option, and what to do.</summary>
internal sealed class Refusal(SlurmOptions options, string stderr)
{
    /// <summary>Why a task waits that will never run, and the options that are to blame.</summary>
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

    /// <summary>What Slurm said, without the names of its programs.</summary>
    private readonly string _text = string.Join(
        "; ",
        stderr.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static line => !line.StartsWith("Try ", StringComparison.Ordinal))
            .Select(static line => line.Replace("sbatch: error: ", "", StringComparison.Ordinal).Replace("Batch job submission failed: ", "", StringComparison.Ordinal))
            .Distinct());

    /// <summary>What to say of tasks that wait for what will not come; null where they only wait.</summary>
    /// <param name="reason">Why, in Slurm's word.</param>
    public static ClusterException? ExplainWaiting(string? reason)
        => reason is not null && Hopeless.TryGetValue(reason, out var names)
            ? new ClusterException($"The tasks would wait forever: Slurm says {reason}. No node of the cluster can run them: check SlurmOptions.{names}. \"sinfo -N -l\" lists the nodes, \"sinfo\" the limits.")
            : null;

    public async Task<ClusterException> ExplainAsync(SlurmClient client, RunManifest? manifest)
    {
        if (NoAnswer.Any(Says))
        {
            return new ClusterException($"Slurm's controller (slurmctld) gave no answer: {_text}. Is it up? \"scontrol ping\" tells.") { IsTransient = true };
        }

        if (Says("configuration source") || Says("fetch config") || Says("slurm.conf") || Says("s_p_parse_file"))
        {
            return new ClusterException($"Slurm is not configured on this machine: {_text}. Set SLURM_CONF, here or in SlurmOptions.Client.Env, to the path of the cluster's slurm.conf.");
        }

        if (Says("munge", StringComparison.OrdinalIgnoreCase) || Says("Invalid authentication credential"))
        {
            return new ClusterException($"Slurm could not authenticate you: {_text}. Is munged running on this machine, with the cluster's key?") { IsTransient = true };
        }

        if (manifest is null)
        {
            return new ClusterException($"Slurm's queue could not be read: {_text}") { IsTransient = true };
        }

        return new ClusterException($"Slurm refused the run: {_text}. {await AdviceAsync(client, manifest).ConfigureAwait(false)}");
    }

    private async Task<string> AdviceAsync(SlurmClient client, RunManifest manifest)
    {
        if (Says("job array"))
        {
            var packs = (manifest.Count + manifest.CommandsPerTask - 1) / manifest.CommandsPerTask;
            return await client.MaxArraySizeAsync().ConfigureAwait(false) is { } size && packs > size
                ? $"{manifest.Count} commands, {manifest.CommandsPerTask} in a task, are {packs} tasks, and the cluster's MaxArraySize is {size}: set SlurmOptions.CommandsPerTask to {(manifest.Count + size - 1) / size} or more."
                : "Raise SlurmOptions.CommandsPerTask, so that there are fewer tasks, or look at SlurmOptions.MaxConcurrency.";
        }

        if (Says("partition", StringComparison.OrdinalIgnoreCase) && options.Partition is { } partition)
        {
            var names = await client.PartitionsAsync().ConfigureAwait(false);
            return names.Count > 0
                ? $"SlurmOptions.Partition is \"{partition}\"; there are: {string.Join(", ", names)}."
                : $"SlurmOptions.Partition is \"{partition}\": \"sinfo\" lists those that there are.";
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
            return "Look at SlurmOptions.SbatchArguments.";
        }

        if (Says("Memory specification"))
        {
            return $"SlurmOptions.Memory is {(options.Memory is { } memory ? $"\"{memory}\"" : "not set")}: \"sinfo -o %m\" lists the memory of the nodes, in megabytes.";
        }

        if (Says("CPU count") || Says("node configuration"))
        {
            return $"No node has what is asked for: look at SlurmOptions.CpusPerTask ({options.CpusPerTask?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not set"}), Memory ({options.Memory ?? "not set"}) and SbatchArguments; \"sinfo -N -l\" lists the nodes.";
        }

        return options.SbatchArguments.Count > 0 ? "Look at SlurmOptions, and its SbatchArguments." : "Look at SlurmOptions.";
    }

    private bool Says(string part) => Says(part, StringComparison.Ordinal);

    private bool Says(string part, StringComparison comparison) => stderr.Contains(part, comparison);
}
