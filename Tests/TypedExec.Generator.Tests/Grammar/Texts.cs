using System.Net;
using System.Text;

namespace TypedExec.Generator.Tests.Grammar;

// Values with their own text.

internal enum When
{
    Always,
    Never,
    [EnumValue("if-needed")] Auto,
}

[Flags]
internal enum Access
{
    Read = 1,
    Write = 2,
    Execute = 4,
    [EnumValue("rw")] ReadWrite = Read | Write,
}

[Flags]
internal enum Mode : ulong
{
    Nothing = 0,
    Low = 1,
    High = 1UL << 63,
}

internal static class EncodingName
{
    public static string? ToText(Encoding value) => value.WebName;
}

internal static class EndPoint
{
    public static string? ToText(IPEndPoint value) => value.Port == 0 ? null : $"{value.Address}/{value.Port}";
}

internal static class Percent
{
    public static string? ToText(double value) => FormattableString.Invariant($"{value * 100:0}%");
}

[Command("tool")]
internal sealed partial class Texts
{
    [Option("--date-time")] public DateTime? DateTime { get; init; }
    [Option("--offset")] public DateTimeOffset? Offset { get; init; }
    [Option("--date")] public DateOnly? Date { get; init; }
    [Option("--time")] public TimeOnly? Time { get; init; }
    [Option("--span")] public TimeSpan? Span { get; init; }
    [Option("--double")] public double? Double { get; init; }
    [Option("--float")] public float? Float { get; init; }
    [Option("--since", Format = "yyyy-MM-dd")] public DateTime? Since { get; init; }
    [Option("--hex", Format = "x4", Separator = "=")] public int? Hex { get; init; }
    [Option("--hexes", Format = "X2", Join = ":")] public IReadOnlyList<int> Hexes { get; init; } = [];
    [Option("--at", Format = "HH:mm")] public Dictionary<string, TimeOnly> At { get; init; } = [];
    [Argument(0, Format = "D5")] public int? Number { get; init; }
}

[Command("tool")]
internal sealed partial class Converted
{
    [Option("--encoding", Converter = typeof(EncodingName))] public Encoding? Encoding { get; init; }
    [Option("--end-point", Converter = typeof(EndPoint))] public IReadOnlyList<IPEndPoint> EndPoints { get; init; } = [];
    [Option("--percent", Converter = typeof(Percent))] public double? Share { get; init; }
    [Option("--exact", Converter = typeof(Percent))] public double Exact { get; init; }
    [Argument(0, Converter = typeof(EncodingName))] public Encoding? Argument { get; init; }
}

[Command("tool")]
internal sealed partial class Truths
{
    [Option("--one", TrueValue = "true", FalseValue = "false", Separator = "=")] public bool? One { get; init; }
    [Option("--two", TrueValue = "yes", FalseValue = "no")] public bool? Two { get; init; }
    [Option("--only", TrueValue = "1")] public bool Only { get; init; }
    [Option("--both", TrueValue = "on", FalseValue = "off")] public bool? Both { get; init; } = true;
}

[Command("tool")]
internal sealed partial class Pairs
{
    [Option("--publish", Short = "-p", PreferShort = true, PairSeparator = ":")] public IReadOnlyList<(int Host, int Container)> Ports { get; init; } = [];
    [Option("-H", PairSeparator = ": ")] public Dictionary<string, string> Headers { get; init; } = [];
    [Option("--mount", Join = ",")] public Dictionary<string, string?> Mount { get; init; } = [];
    [Option("--only", Join = ",")] public IReadOnlyList<string> Only { get; init; } = [];
    [Option("--escaped", Join = ",", JoinEscape = "\\")] public IReadOnlyList<string> Escaped { get; init; } = [];
    [Argument(0, PairSeparator = ":")] public IReadOnlyList<KeyValuePair<string, string>> Links { get; init; } = [];
}

[Command("tool")]
internal sealed partial class LongJoiner
{
    [Option("--items", Join = "::")] public IReadOnlyList<string> Items { get; init; } = [];
}

[Command("tool")]
internal sealed partial class Enums
{
    [Option("--access")] public Access? Access { get; init; }
    [Option("--joined", Join = "|")] public Access Joined { get; init; }
    [Option("--mode")] public Mode? Mode { get; init; }
    [Option("--color", Separator = "=")] public OptionalValue<When> Color { get; init; }
    [Option("-U", Separator = "")] public OptionalValue<int> Context { get; init; }
    [Option("--sign")] public OptionalValue<FileInfo> Sign { get; init; }
    [Option("--level")] public IReadOnlyList<OptionalValue<When>> Levels { get; init; } = [];
    [Option("-o json")] public bool Json { get; init; }
    [Option("-o template", Separator = "=")] public string? Template { get; init; }
}
