using TypedExec;

namespace Wrappers;

/// <summary>gcc: values are attached to their options, and libraries come after the files that need them.</summary>
[Command("gcc")]
public sealed partial class Gcc
{
    [Option("-c")] public bool CompileOnly { get; init; }
    [Option("-O", Separator = "")] public string? Optimization { get; init; }
    [Option("-std", Separator = "=")] public string? Standard { get; init; }
    [Option("-W", Separator = "")] public IReadOnlyList<string> Warnings { get; init; } = [];
    [Option("-D", Separator = "")] public IReadOnlyDictionary<string, string?> Defines { get; init; } = new Dictionary<string, string?>();
    [Option("-I", Separator = "")] public IReadOnlyList<DirectoryInfo> Includes { get; init; } = [];
    [Option("-fPIC", Negation = "-fno-PIC")] public bool? PositionIndependent { get; init; }
    [Option("-o")] public string? Output { get; init; }
    [Argument(0)] public IReadOnlyList<string> Files { get; init; } = [];
    [Option("-L", Separator = "", Place = OptionPlace.AfterArguments)] public IReadOnlyList<DirectoryInfo> LibraryPaths { get; init; } = [];
    [Option("-Wl,", Separator = "", Join = ",", Place = OptionPlace.AfterArguments)] public IReadOnlyList<string> Linker { get; init; } = [];
    [Option("-l", Separator = "", Place = OptionPlace.AfterArguments)] public IReadOnlyList<string> Libraries { get; init; } = [];
}
