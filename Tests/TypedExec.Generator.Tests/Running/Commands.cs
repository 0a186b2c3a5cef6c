using System.Collections.Immutable;

namespace TypedExec.Generator.Tests.Running;

// Command classes that the build itself generates, for the tests that run commands.

internal enum Level
{
    Low,
    VeryHigh,
    HTTPProxy,
    [EnumValue("MAX!")]
    Max,
    Top = Max,
}

[Command("tool")]
internal sealed partial class Values
{
    [Option("--string")] public string? String { get; init; }
    [Option("--equals", Separator = "=")] public string? Equal { get; init; }
    [Option("-g", Separator = "")] public string? Glued { get; init; }
    [Option("--colon", Separator = ": ")] public string? Colon { get; init; }
    [Option("--int")] public int? Int { get; init; }
    [Option("--long", Separator = "=")] public long? Long { get; init; }
    [Option("--double")] public double? Double { get; init; }
    [Option("--decimal")] public decimal? Decimal { get; init; }
    [Option("--char")] public char? Char { get; init; }
    [Option("--guid")] public Guid? Guid { get; init; }
    [Option("--date")] public DateOnly? Date { get; init; }
    [Option("--version")] public Version? Version { get; init; }
    [Option("--address")] public System.Net.IPAddress? Address { get; init; }
    [Option("--uri")] public Uri? Uri { get; init; }
    [Option("--file")] public FileInfo? File { get; init; }
    [Option("--directory")] public DirectoryInfo? Directory { get; init; }
    [Option("--any")] public IFormattable? Any { get; init; }
    [Option("--level")] public Level? Level { get; init; }
}

[Command("tool")]
internal sealed partial class Flags
{
    [Option("--flag")] public bool Flag { get; init; }
    [Option("--sign", Negation = "--no-sign")] public bool? Sign { get; init; }
    [Option("--maybe")] public bool? Maybe { get; init; }
    [Option("--long", Short = "-l", PreferShort = true)] public bool Long { get; init; }
    [Option("--other", Short = "-o")] public bool Other { get; init; }
}

[Command("tool")]
internal sealed partial class Lists
{
    [Option("--item")] public IReadOnlyList<string> Items { get; init; } = [];
    [Option("--joined", Join = ",", Separator = "=")] public IEnumerable<string>? Joined { get; init; }
    [Option("-n", Separator = "")] public int[]? Numbers { get; init; }
    [Option("--level", Join = "+")] public List<Level>? Levels { get; init; }
    [Option("--maybe")] public ImmutableArray<double?> Maybe { get; init; }
    [Option("--define")] public IReadOnlyDictionary<string, string>? Defines { get; init; }
    [Option("--env")] public IDictionary<string, string?>? Environment { get; init; }
    [Option("--pair", Join = ";")] public IReadOnlyList<KeyValuePair<string, int>> Pairs { get; init; } = [];
    [Option("--tuple")] public (Level Key, string Value)[] Tuples { get; init; } = [];
}

[Command("tool")]
internal sealed partial class Positionals
{
    [Option("--verbose")] public bool Verbose { get; init; }
    [Argument(2)] public IReadOnlyList<string> Rest { get; init; } = [];
    [Argument(0)] public string? First { get; init; }
    [Argument(1)] public int? Second { get; init; }
}

[Command("tool")]
internal sealed partial class Marked
{
    [Argument(0, After = "--")] public IReadOnlyList<string> Paths { get; init; } = [];
}

[Command("tool")]
internal sealed partial class Marker
{
    [Argument(0, After = "--")] public string? Path { get; init; }
    [Argument(1)] public string[] Rest { get; init; } = [];
}

[Command("tool")]
internal sealed partial class Dashes
{
    [Argument(0, AllowLeadingDash = true)] public string[] Rest { get; init; } = [];
}

[Command("tool")]
internal sealed partial class Secrets
{
    [Option("--user")] public string? User { get; init; }
    [Option("--token", Separator = "=", Secret = true)] public string? Token { get; init; }
    [Option("--password", Secret = true)] public string? Password { get; init; }
    [Option("--key", Secret = true)] public IReadOnlyList<string> Keys { get; init; } = [];
    [Argument(0, Secret = true)] public string? Pin { get; init; }
}

[Command("git")]
internal partial class Git
{
    [Option("-C")] public string? Directory { get; init; }
    [Argument(0)] public string? Alias { get; init; }

    [Subcommand("commit")]
    internal sealed partial class Commit
    {
        [Option("--message", Short = "-m", PreferShort = true)] public required string Message { get; init; }
        [Option("--amend")] public bool Amend { get; init; }
        [Argument(0, After = "--")] public IReadOnlyList<string> Paths { get; init; } = [];
    }

    [Subcommand("remote")]
    internal partial class Remote
    {
        [Option("--verbose")] public bool Verbose { get; init; }

        [Subcommand("add")]
        internal sealed partial record Add
        {
            [Argument(0)] public required string Name { get; init; }
            [Argument(1)] public required Uri Url { get; init; }
        }
    }
}

[Command("docker")]
internal static partial class Docker
{
    [Subcommand("compose up")]
    internal sealed partial class ComposeUp
    {
        [Option("--detach")] public bool Detach { get; init; }
    }
}

[Command("tool")]
internal sealed partial class Defaults
{
    [Option("--level")] public int Level { get; init; } = 3;
    [Option("--name")] public string? Name { get; set; } = "default";
    [Option("--item")] public IReadOnlyList<string> Items { get; init; } = ["first"];
    [Option("--define")] public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string> { ["a"] = "1" };
    [Option("--pair")] public KeyValuePair<string, string>[] Pairs { get; init; } = [];
    [Option("--array")] public ImmutableArray<int> Array { get; init; }
    [Option("--set")] public ISet<string>? Set { get; init; }
    [Option("--sign", Negation = "--no-sign")] public bool? Sign { get; init; }
}
