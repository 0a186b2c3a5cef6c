namespace TypedExec.Remote.Slurm;

/// <summary>One job array of a run: the first has all packs, each later one those that were lost.</summary>
/// <param name="runId">The run.</param>
/// <param name="number">Its number in the run, from 1.</param>
/// <param name="tasks">Its packs, as sbatch writes them.</param>
internal sealed class Submission(string runId, int number, string tasks)
{
    public int Number => number;

    public string Tasks => tasks;

    /// <summary>
    /// The job's name, by which it is found where sbatch was not seen to answer: no two submissions have the same.
    /// </summary>
    public string JobName { get; } = $"typedexec-{runId}-{number}";

    /// <summary>Slurm's id, once it is known.</summary>
    public string? JobId { get; set; }
}
