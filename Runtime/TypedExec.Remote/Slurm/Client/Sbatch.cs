namespace TypedExec.Remote.Slurm;

/// <summary>sbatch: submits a job array.</summary>
[Command("sbatch")]
internal sealed partial class Sbatch
{
    /// <summary>Prints only the job's ID, or <c>id;cluster</c>.</summary>
    [Option("--parsable")] public bool Parsable { get; init; }

    [Option("--array", Separator = "=")] public string? Array { get; init; }

    [Option("--job-name", Separator = "=")] public string? JobName { get; init; }

    [Option("--chdir", Separator = "=")] public string? Directory { get; init; }

    [Option("--output", Separator = "=")] public string? Output { get; init; }

    [Option("--export", Separator = "=")] public string? Export { get; init; }

    /// <summary>The run itself submits lost tasks again and counts the attempts.</summary>
    [Option("--no-requeue")] public bool NoRequeue { get; init; }

    [Option("--partition", Separator = "=")] public string? Partition { get; init; }

    [Option("--account", Separator = "=")] public string? Account { get; init; }

    [Option("--time", Separator = "=")] public string? TimeLimit { get; init; }

    [Option("--mem", Separator = "=")] public string? Memory { get; init; }

    [Option("--cpus-per-task", Separator = "=")] public int? CpusPerTask { get; init; }

    /// <summary>The user's own options, followed by the script and its arguments.</summary>
    [Argument(0, AllowLeadingDash = true)] public IReadOnlyList<string> More { get; init; } = [];

    [Argument(1)] public required string Script { get; init; }

    [Argument(2)] public required string Folder { get; init; }

    [Argument(3)] public required int Size { get; init; }

    [Argument(4)] public required int Count { get; init; }

    [Argument(5)] public required int Submission { get; init; }
}
