using TypedExec;

namespace Farm;

/// <summary>Prints a file's SHA-256.</summary>
[Command("sha256sum")]
public sealed partial class Sha256Sum
{
    [Argument(0, AllowLeadingDash = true)] public required string File { get; init; }
}

/// <summary>Re-encodes the audio of a file.</summary>
[Command("ffmpeg")]
public sealed partial class Ffmpeg
{
    [Option("-loglevel")] public string LogLevel { get; init; } = "error";

    [Option("-nostdin")] public bool NoStdin { get; init; } = true;

    /// <summary>Overwrites the output of an earlier attempt.</summary>
    [Option("-y")] public bool Overwrite { get; init; } = true;

    [Option("-i")] public required string Input { get; init; }

    [Argument(0)] public required string Output { get; init; }
}
