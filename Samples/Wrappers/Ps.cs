using TypedExec;

namespace Wrappers;

/// <summary>ps: lists in one argument.</summary>
[Command("ps", SuccessExitCodes = [0, 1])]
public sealed partial class Ps
{
    [Option("-e")] public bool All { get; init; }
    [Option("-p", Join = ",")] public IReadOnlyList<int> Processes { get; init; } = [];
    [Option("-o", Join = ",")] public IReadOnlyList<Column> Columns { get; init; } = [];
    [Option("--sort", Separator = "=", Join = ",")] public IReadOnlyList<string> Sort { get; init; } = [];
    [Option("--no-headers")] public bool NoHeaders { get; init; }

    public enum Column
    {
        Pid,
        Ppid,
        User,
        [EnumValue("rss")] Memory,
        [EnumValue("etimes")] Seconds,
        [EnumValue("args")] CommandLine,
    }
}
