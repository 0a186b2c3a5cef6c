using TypedExec;

namespace Wrappers;

/// <summary>git log: options before the subcommand and after it, revisions, and paths after <c>--</c>.</summary>
[Command("git")]
public sealed partial class Git
{
    [Option("-C")] public string? Directory { get; init; }
    [Option("-c")] public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    [Subcommand("log")]
    public sealed partial class Log
    {
        [Option("--max-count", Separator = "=")] public int? MaxCount { get; init; }
        [Option("--since", Separator = "=")] public DateTimeOffset? Since { get; init; }
        [Option("--until", Separator = "=")] public DateTimeOffset? Until { get; init; }
        [Option("--author", Separator = "=")] public IReadOnlyList<string> Authors { get; init; } = [];
        [Option("--decorate")] public OptionalValue<DecorateMode> Decorate { get; init; }
        [Option("--stat")] public OptionalValue<int> Stat { get; init; }
        [Option("--color")] public OptionalValue<When> Color { get; init; }
        [Option("--format", Separator = "=")] public string? Format { get; init; }
        [Option("--merges", Negation = "--no-merges")] public bool? Merges { get; init; }
        [Argument(0)] public IReadOnlyList<string> Revisions { get; init; } = [];
        [Argument(1, After = "--")] public IReadOnlyList<string> Paths { get; init; } = [];
    }

    public enum DecorateMode
    {
        Short,
        Full,
        Auto,
        No,
    }

    public enum When
    {
        Always,
        Never,
        Auto,
    }
}
