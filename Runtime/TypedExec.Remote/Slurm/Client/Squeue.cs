namespace TypedExec.Remote.Slurm;

/// <summary>squeue: the tasks that the controller knows, including those that ended in the last few minutes (<c>MinJobAge</c>).</summary>
[Command("squeue")]
internal sealed partial class Squeue
{
    [Option("--noheader")] public bool NoHeader { get; init; } = true;

    /// <summary>One line per task.</summary>
    [Option("--array")] public bool Tasks { get; init; } = true;

    [Option("--me")] public bool OwnOnly { get; init; } = true;

    [Option("--states", Separator = "=")] public string States { get; init; } = "all";

    [Option("--name", Separator = "=", Join = ",")] public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The task, its full state, and the reason why it waits.</summary>
    [Option("--format", Separator = "=")] public string Format { get; init; } = "%i|%T|%r";
}
