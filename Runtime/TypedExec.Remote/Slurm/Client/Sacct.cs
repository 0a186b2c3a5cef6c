namespace TypedExec.Remote.Slurm;

/// <summary>sacct: how tasks ended that the controller has forgotten, on clusters with accounting.</summary>
[Command("sacct")]
internal sealed partial class Sacct
{
    [Option("--noheader")] public bool NoHeader { get; init; } = true;

    [Option("--parsable2")] public bool Parsable { get; init; } = true;

    /// <summary>Only the tasks, without their steps.</summary>
    [Option("--allocations")] public bool AllocationsOnly { get; init; } = true;

    [Option("--format", Separator = "=")] public string Format { get; init; } = "JobID,State";

    [Option("--jobs", Separator = "=", Join = ",")] public required IReadOnlyList<string> Jobs { get; init; }
}
