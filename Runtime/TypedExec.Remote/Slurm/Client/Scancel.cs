namespace TypedExec.Remote.Slurm;

/// <summary>scancel: ends job arrays.</summary>
[Command("scancel")]
internal sealed partial class Scancel
{
    /// <summary>A signal for what runs. Without one the tasks are ended: asked first, and after Slurm's <c>KillWait</c> killed.</summary>
    [Option("--signal", Separator = "=")] public string? SignalName { get; init; }

    /// <summary>The script and its children.</summary>
    [Option("--full")] public bool Full { get; init; }

    /// <summary>The script alone.</summary>
    [Option("--batch")] public bool Batch { get; init; }

    /// <summary>Those in this state only.</summary>
    [Option("--state", Separator = "=")] public string? State { get; init; }

    [Option("--quiet")] public bool Quiet { get; init; } = true;

    [Argument(0)] public required IReadOnlyList<string> Jobs { get; init; }
}
