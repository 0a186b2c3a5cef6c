using System.Globalization;
using TypedExec.Requests;

namespace TypedExec.Remote.Slurm;

/// <summary>Calls Slurm's programs.</summary>
internal sealed class SlurmClient(SlurmOptions options)
{
    /// <summary>The programs keep trying for a long time if the controller is down.</summary>
    private static readonly ProcessOptions Defaults = new() { Timeout = TimeSpan.FromMinutes(1) };

    private readonly ProcessOptions _process = OptionLayers.Merge(options.Client ?? new ProcessOptions(), Defaults);
    private bool _hasNoAccounts;

    /// <summary>Submits a job array.</summary>
    /// <returns>Its ID.</returns>
    /// <exception cref="ClusterException">The job array was rejected, or the controller didn't respond.</exception>
    public async Task<string> SubmitAsync(string folder, string script, RunManifest manifest, Submission submission)
    {
        var command = new Sbatch
        {
            Parsable = true,
            Array = options.MaxConcurrency is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{submission.Tasks}%{limit}") : submission.Tasks,
            JobName = submission.JobName,
            Directory = folder,
            // Relative to the directory, because a % in the folder's own path would be special here.
            Output = $"logs/{submission.Number}-%a",
            Export = "ALL",
            NoRequeue = true,
            Partition = options.Partition,
            Account = options.Account,
            TimeLimit = options.TimeLimit is { } time ? Duration(time) : null,
            Memory = options.Memory,
            CpusPerTask = options.CpusPerTask,
            More = options.SbatchArguments,
            Script = script,
            Folder = folder,
            Size = manifest.CommandsPerTask,
            Count = manifest.Count,
            Submission = submission.Number,
        };
        var result = await RunAsync(command).ConfigureAwait(false);
        if (!result.Success)
        {
            throw await new Refusal(options, result.Stderr).ExplainAsync(this, manifest).ConfigureAwait(false);
        }

        // "1234", or "1234;cluster".
        var id = result.Stdout.Trim().Split(';')[0];
        return id.Length > 0 && id.All(char.IsAsciiDigit)
            ? id
            : throw new ClusterException($"sbatch printed \"{result.Stdout.Trim()}\" instead of a job's ID.");
    }

    /// <summary>Finds the ID of a job array by its name, because it may exist even if sbatch got no response; null if it doesn't exist.</summary>
    public async Task<string?> FindAsync(Submission submission)
    {
        await foreach (var row in QueueAsync([submission]).ConfigureAwait(false))
        {
            return row.JobId;
        }

        return null;
    }

    /// <summary>The tasks of job arrays that the controller still knows.</summary>
    /// <exception cref="ClusterException">The controller didn't respond.</exception>
    public async IAsyncEnumerable<TaskRow> QueueAsync(IEnumerable<Submission> submissions)
    {
        var result = await RunAsync(new Squeue { Names = [.. submissions.Select(static submission => submission.JobName)] }).ConfigureAwait(false);
        if (!result.Success)
        {
            throw await new Refusal(options, result.Stderr).ExplainAsync(this, null).ConfigureAwait(false);
        }

        using var lines = new StringReader(result.Stdout);
        while (lines.ReadLine() is { } line)
        {
            if (TaskRow.Parse(line) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>Queries how tasks ended, on clusters with accounting.</summary>
    /// <param name="tasks">The tasks' IDs, such as <c>1234_5</c>.</param>
    public async Task<IReadOnlyList<TaskRow>> AccountsAsync(IReadOnlyList<string> tasks)
    {
        if (_hasNoAccounts)
        {
            return [];
        }

        try
        {
            var result = await RunAsync(new Sacct { Jobs = tasks }).ConfigureAwait(false);
            _hasNoAccounts = !result.Success;
            return result.Success ? [.. result.StdoutLines.Select(TaskRow.Parse).OfType<TaskRow>()] : [];
        }
        catch (ClusterException)
        {
            // The database may be down, or sacct may be missing: the run continues without it.
            _hasNoAccounts = true;
            return [];
        }
    }

    /// <summary>Removes waiting tasks from the queue and sends SIGTERM to running ones. It isn't an error if a task has ended already.</summary>
    /// <param name="jobs">The IDs of job arrays.</param>
    public async Task StopAsync(IReadOnlyList<string> jobs)
    {
        await RunAsync(new Scancel { Jobs = jobs, State = "PENDING" }).ConfigureAwait(false);
        await RunAsync(new Scancel { Jobs = jobs, SignalName = "TERM", Full = true }).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes the scripts kill the commands that didn't end after SIGTERM. A SIGKILL from scancel would only be another request until Slurm's
    /// <c>KillWait</c> has elapsed.
    /// </summary>
    /// <param name="jobs">The IDs of job arrays.</param>
    public Task KillAsync(IReadOnlyList<string> jobs) => RunAsync(new Scancel { Jobs = jobs, SignalName = "USR2", Batch = true });

    /// <summary>Ends job arrays with Slurm's own signals and delays.</summary>
    /// <param name="jobs">Their IDs.</param>
    public Task CancelAsync(IReadOnlyList<string> jobs) => RunAsync(new Scancel { Jobs = jobs });

    /// <summary>The maximum size of a job array, or null if it can't be determined.</summary>
    public async Task<int?> MaxArraySizeAsync()
    {
        var line = (await ShowAsync(static (scontrol, how) => scontrol.ConfigurationAsync(how)).ConfigureAwait(false))
            .FirstOrDefault(static line => line.StartsWith("MaxArraySize", StringComparison.Ordinal));
        return int.TryParse(line?.Split('=')[^1], CultureInfo.InvariantCulture, out var size) ? size : null;
    }

    /// <summary>The names of the partitions; empty if they can't be determined.</summary>
    public async Task<IReadOnlyList<string>> PartitionsAsync()
        => [.. (await ShowAsync(static (scontrol, how) => scontrol.PartitionsAsync(how)).ConfigureAwait(false))
            .Select(static line => line.Split(' ')[0].Split('=')[^1])];

    private async Task<string[]> ShowAsync(Func<Scontrol, ExecFileOptions, Task<string[]>> show)
    {
        try
        {
            return await show(
                new Scontrol { OneLine = true },
                new ExecFileOptions { Cwd = _process.Cwd, Env = _process.Env, ClearEnv = _process.ClearEnv, Timeout = _process.Timeout }).ConfigureAwait(false);
        }
        catch (ExecException)
        {
            return [];
        }
    }

    private async Task<ExecResult> RunAsync(ICommand command)
    {
        try
        {
            return await command.WithOptions(_process).ExecFile(new ExecFileOptions { ThrowOnFailure = false });
        }
        catch (ExecException error) when (error.Code == "ENOENT")
        {
            throw new ClusterException(
                $"{command.FileName} is not installed, or not on the PATH: run this where Slurm's programs are, such as a login node of the cluster, or set PATH in SlurmOptions.Client.Env.",
                error);
        }
        catch (ExecException error) when (error.TimedOut)
        {
            throw new ClusterException($"{command.FileName} didn't respond in time: is Slurm's controller (slurmctld) running? See SlurmOptions.Client.Timeout.", error)
            {
                IsTransient = true,
            };
        }
    }

    /// <summary>A duration in Slurm's notation: days-hours:minutes:seconds.</summary>
    private static string Duration(TimeSpan time)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        return string.Create(
            CultureInfo.InvariantCulture, $"{seconds / 86400}-{seconds / 3600 % 24:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
