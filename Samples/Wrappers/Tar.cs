using TypedExec;

namespace Wrappers;

/// <summary>tar: a directory applies to the files after it, until the next one.</summary>
[Command("tar")]
public sealed partial class Tar
{
    [Option("--create", ExclusiveOn = ["--extract", "--list"])] public bool Create { get; init; }
    [Option("--extract", ExclusiveOn = ["--list"])] public bool Extract { get; init; }
    [Option("--list")] public bool List { get; init; }
    [Option("--gzip")] public bool Gzip { get; init; }
    [Option("--verbose")] public bool Verbose { get; init; }
    [Option("--file", Separator = "=")] public string? Archive { get; init; }
    [Option("--strip-components", Separator = "=")] public int? StripComponents { get; init; }
    [Option("--mtime", Separator = "=", Format = "yyyy-MM-dd HH:mm:ss")] public DateTime? ModificationTime { get; init; }
    [Option("--owner", Separator = "=")] public string? Owner { get; init; }
    [Option("--exclude", Separator = "=")] public IReadOnlyList<string> Exclude { get; init; } = [];
    [Argument(0)] public IReadOnlyList<Members> Files { get; init; } = [];

    /// <summary>Files, and the directory that their names are relative to.</summary>
    [OptionGroup]
    public sealed partial class Members
    {
        [Option("--directory", Separator = "=")] public string? Directory { get; init; }
        [Argument(0)] public IReadOnlyList<string> Names { get; init; } = [];
    }
}
