namespace TypedExec.Remote.Slurm;

/// <summary>scancel: ends job arrays.</summary>
[Command("scancel")]
internal sealed partial class Scancel
{
    /// <summary>Sends a signal to running tasks. Without one, the tasks are ended: first with SIGTERM, and after Slurm's <c>KillWait</c> with SIGKILL.</summary>
    [Option("--signal", Separator = "=")] public string? SignalName { get; init; }

    /// <summary>The script and its children.</summary>
    [Option("--full")] public bool Full { get; init; }

    /// <summary>Only the script.</summary>
    [Option("--batch")] public bool Batch { get; init; }

    /// <summary>Only tasks in this state.</summary>
    [Option("--state", Separator = "=")] public string? State { get; init; }

    [Option("--quiet")] public bool Quiet { get; init; } = true;

    [Argument(0)] public required IReadOnlyList<string> Jobs { get; init; }
}
