using TypedExec;

namespace Wrappers;

/// <summary>rsync: the first filter that matches decides, so their order is kept; several sources, then one destination.</summary>
[Command("rsync")]
public sealed partial class Rsync
{
    [Option("--archive")] public bool Archive { get; init; }
    [Option("--verbose", Count = true)] public int Verbosity { get; init; }
    [Option("--compress")] public bool Compress { get; init; }
    [Option("--delete")] public bool Delete { get; init; }
    [Option("--dry-run")] public bool DryRun { get; init; }
    [Option("--partial", Negation = "--no-partial")] public bool? Partial { get; init; }
    [Option("--bwlimit", Separator = "=")] public string? Bandwidth { get; init; }
    [Option("--timeout", Separator = "=")] public TimeSpan? Timeout { get; init; }
    [Option("--rsh", Separator = "=")] public string? Shell { get; init; }
    public IReadOnlyList<AnyOf<Include, Exclude>> Filters { get; init; } = [];
    [Argument(0, After = "--")] public IReadOnlyList<string> Sources { get; init; } = [];
    [Argument(1)] public required string Destination { get; init; }

    [OptionGroup]
    public sealed partial class Include
    {
        [Option("--include", Separator = "=")] public required string Pattern { get; init; }
    }

    [OptionGroup]
    public sealed partial class Exclude
    {
        [Option("--exclude", Separator = "=")] public required string Pattern { get; init; }
    }
}
