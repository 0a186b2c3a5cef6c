namespace TypedExec.Remote.Slurm;

/// <summary>One job array of a run. The first contains all packs, and each later one those that were lost.</summary>
/// <param name="runId">The run.</param>
/// <param name="number">Its number within the run, starting at 1.</param>
/// <param name="tasks">Its packs in sbatch's notation.</param>
internal sealed class Submission(string runId, int number, string tasks)
{
    public int Number => number;

    public string Tasks => tasks;

    /// <summary>
    /// The job's unique name. It is used to find the job if sbatch's response was lost.
    /// </summary>
    public string JobName { get; } = $"typedexec-{runId}-{number}";

    /// <summary>Slurm's ID, once it is known.</summary>
    public string? JobId { get; set; }
}
