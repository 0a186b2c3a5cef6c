using TypedExec;

namespace Wrappers;

/// <summary>ffmpeg: the options of a file come before that file, and there are several files.</summary>
[Command("ffmpeg")]
public sealed partial class Ffmpeg
{
    [Option("-hide_banner")] public bool HideBanner { get; init; }
    [Option("-loglevel")] public LogLevel? Log { get; init; }
    [Option("-y", ExclusiveOn = ["-n"])] public bool Overwrite { get; init; }
    [Option("-n")] public bool NeverOverwrite { get; init; }
    public IReadOnlyList<Input> Inputs { get; init; } = [];
    [Option("-filter_complex", Join = ";")] public IReadOnlyList<string> FilterGraph { get; init; } = [];
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>A file to read. Times are seconds on the command line.</summary>
    [OptionGroup]
    public sealed partial class Input
    {
        [Option("-f")] public string? Format { get; init; }
        [Option("-ss")] public TimeSpan? Start { get; init; }
        [Option("-t")] public TimeSpan? Duration { get; init; }
        [Option("-framerate")] public double? FrameRate { get; init; }
        [Option("-i")] public required string File { get; init; }
    }

    /// <summary>A file to write.</summary>
    [OptionGroup]
    public sealed partial class Output
    {
        [Option("-map")] public IReadOnlyList<string> Streams { get; init; } = [];
        [Option("-c:v")] public string? VideoCodec { get; init; }
        [Option("-b:v")] public string? VideoBitrate { get; init; }
        [Option("-vf", Join = ",", JoinEscape = "\\")] public IReadOnlyList<string> VideoFilters { get; init; } = [];
        [Option("-c:a")] public string? AudioCodec { get; init; }
        [Option("-an")] public bool NoAudio { get; init; }
        [Option("-metadata")] public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
        [Option("-f")] public string? Format { get; init; }
        [Argument(0)] public required string File { get; init; }
    }

    public enum LogLevel
    {
        Quiet,
        Error,
        Warning,
        Info,
    }
}
