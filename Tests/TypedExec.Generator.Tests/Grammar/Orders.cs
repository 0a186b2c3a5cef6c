namespace TypedExec.Generator.Tests.Grammar;

// Programs for which the order of their options matters.

[OptionGroup]
internal sealed partial class FfmpegInput
{
    [Option("-ss")] public double? Seek { get; init; }
    [Option("-t")] public TimeSpan? Duration { get; init; }
    [Option("-i")] public required string File { get; init; }
}

[OptionGroup]
internal sealed partial class FfmpegOutput
{
    [Option("-c:v")] public string? VideoCodec { get; init; }
    [Argument(0)] public required string File { get; init; }
}

[Command("ffmpeg")]
internal sealed partial class Ffmpeg
{
    [Option("-y")] public bool Overwrite { get; init; }
    public IReadOnlyList<FfmpegInput> Inputs { get; init; } = [];
    [OptionGroup] public FfmpegOutput[] Outputs { get; init; } = [];
}

[OptionGroup]
internal sealed partial record Include(string Pattern)
{
    [Option("--include", Separator = "=")] public string Text { get; init; } = Pattern;
}

[OptionGroup]
internal sealed partial record Exclude(string Pattern)
{
    [Option("--exclude", Separator = "=")] public string Text { get; init; } = Pattern;
}

[Command("rsync")]
internal sealed partial class Rsync
{
    [Option("--archive", Short = "-a", PreferShort = true)] public bool Archive { get; init; }
    public IReadOnlyList<AnyOf<Include, Exclude>> Filters { get; init; } = [];
    [Argument(0)] public IReadOnlyList<string> Sources { get; init; } = [];
    [Argument(1)] public required string Destination { get; init; }
}

[OptionGroup]
internal sealed partial class Test
{
    [Option("-name")] public string? Name { get; init; }
    [Option("-type")] public char? Type { get; init; }
}

[OptionGroup]
internal sealed partial class Operator
{
    [Option("-o")] public bool Or { get; init; }
    [Option("!")] public bool Not { get; init; }
}

[Command("find")]
internal sealed partial class Find
{
    [Argument(0)] public IReadOnlyList<string> Paths { get; init; } = [];
    [Argument(1)] public IReadOnlyList<AnyOf<Test, Operator>> Expression { get; init; } = [];
}

[Command("gcc")]
internal sealed partial class Gcc
{
    [Option("-o")] public string? Output { get; init; }
    [Option("-l", Separator = "", Place = OptionPlace.AfterArguments)] public IReadOnlyList<string> Libraries { get; init; } = [];
    [Argument(0)] public IReadOnlyList<string> Files { get; init; } = [];
}

[Command("git")]
internal static partial class GitLike
{
    [Subcommand("log")]
    internal sealed partial class Log
    {
        [Argument(0)] public IReadOnlyList<string> Revisions { get; init; } = [];
        [Argument(1, After = "--")] public IReadOnlyList<string> Paths { get; init; } = [];
    }
}

[Command("[")]
internal sealed partial class TestProgram
{
    [Argument(0, AllowLeadingDash = true)] public IReadOnlyList<string> Expression { get; init; } = [];
    [Option("]", Place = OptionPlace.AfterArguments)] public bool Close { get; init; } = true;
}

[Command("tool")]
internal sealed partial class OneGroup
{
    public FfmpegInput? Input { get; init; }
    [Option("--last")] public bool Last { get; init; }
    [OptionGroup(Place = OptionPlace.AfterArguments)] public List<FfmpegInput>? More { get; init; }
    [Argument(0)] public string? File { get; init; }
}
