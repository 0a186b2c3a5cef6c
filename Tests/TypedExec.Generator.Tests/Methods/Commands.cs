using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TypedExec.Generator.Tests.Methods;

internal enum Level
{
    Low,
    VeryHigh,
    [EnumValue("MAX!")]
    Max,
}

internal sealed record Entry(string Name, int Size, DateOnly? Day);

internal sealed record Pair(string Key, string Value = "none");

internal readonly record struct Point(int X, int Y);

internal sealed record Person(string Name, int Age);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Person[]))]
internal sealed partial class PersonJson : JsonSerializerContext;

/// <summary>printf, which prints its arguments.</summary>
[Command("printf")]
internal static partial class Printf
{
    [Run(@"'%s\0' {word}")]
    public static partial Task<string> WordAsync(string word, ExecFileOptions? options = null, CancellationToken cancellationToken = default);

    [Run(@"'%s\0' -- {word}")]
    public static partial Task<byte[]> AfterMarkerAsync(string word);

    [Run(@"'%s\0' {word}")]
    public static partial byte[] AnyWord([Hole(AllowLeadingDash = true)] string word);

    [Run(@"'%s\0' a{word}b")]
    public static partial byte[] Mixed(string word);

    [Run(@"'%s\0' -g{word} --name={word}", ItemSeparator = "\0")]
    public static partial string[] Glued(string word);

    [Run(@"'%s\0' -- -g{word}", ItemSeparator = "\0")]
    public static partial string[] GluedAfterMarker(string word);

    [Run(@"'%s\0' -f{words}")]
    public static partial string[] GluedItems(IReadOnlyList<string> words);

    [Run(@"'%s\0' {first}/{second}")]
    public static partial byte[] Two(string first, string second);

    [Run(@"'%s\0' {words}", ItemSeparator = "\0")]
    public static partial string[] Words([Hole(AllowLeadingDash = true)] IReadOnlyList<string> words);

    [Run(@"'%s\0' x={words}=y", ItemSeparator = "\0")]
    public static partial string[] Wrapped(IEnumerable<string> words);

    [Run(@"'%s\0' --ids={ids} {ids}", ItemSeparator = "\0")]
    public static partial string[] Joined([Hole(Join = ",")] int[] ids);

    [Run(@"'%s\0' start [--max={max}] [--author {author}] [all? --all] [--level={level} [more? --more]] [-- {paths}] 'the end'", ItemSeparator = "\0")]
    public static partial string[] Groups(
        int? max = null, string? author = null, bool all = false, Level? level = null, bool more = false, IReadOnlyList<string>? paths = null);

    [Run("""'%s\0' "a b" 'c d' e\ f {{g}} '{{h}}' "[i]?" \[j\] k'l m'n '' '"' "'" \\ \{o\}""", ItemSeparator = "\0")]
    public static partial string[] Quoting();

    [Run(@"'%s\0' {level} {flag} {number} {day} {guid} {uri} {letter} {levels} {immutable}", ItemSeparator = "\0")]
    public static partial string[] Types(
        Level level, bool flag, double number, [Hole(Format = "dd.MM.yyyy")] DateOnly day, Guid guid, Uri uri, char letter, Level[] levels, ImmutableArray<int> immutable);

    [Run("%s {token} --password={token}")]
    public static partial Execution Secret([Hole(Secret = true)] string token, ExecFileOptions? options = null);

    [Run("%s {text}")] public static partial Task<int> IntAsync(string text);
    [Run("%s {text}")] public static partial int Int([Hole(AllowLeadingDash = true)] string text);
    [Run("%s {text}")] public static partial Task<int?> MaybeIntAsync(string text);
    [Run("%s {text}")] public static partial Task<Guid> GuidAsync(string text);
    [Run("%s {text}")] public static partial Task<DateTimeOffset> DateAsync(string text);
    [Run("%s {text}")] public static partial Task<Version> VersionAsync(string text);
    [Run("%s {text}")] public static partial Task<Version?> MaybeVersionAsync(string text);
    [Run("%s {text}")] public static partial Task<IPAddress> AddressAsync(string text);
    [Run("%s {text}")] public static partial Task<IPAddress?> MaybeAddressAsync(string text);
    [Run("%s {text}")] public static partial Task<Uri> UriAsync(string text);
    [Run("%s {text}")] public static partial Task<Level> LevelAsync(string text);
    [Run("%s {text}")] public static partial Task<Level?> MaybeLevelAsync(string text);
    [Run("%b {text}")] public static partial Task<string> TextAsync(string text);
    [Run("%b {text}")] public static partial Task<int[]> ArrayAsync(string text);
    [Run("%b {text}")] public static partial Task<IReadOnlyList<string>> ListAsync(string text);
    [Run("%b {text}")] public static partial IReadOnlyList<Level> List(string text);
    [Run("%b {text}")] public static partial IEnumerable<int?> Enumerable(string text);
    [Run("%b {text}")] public static partial IAsyncEnumerable<int> ItemsAsync(string text, CancellationToken cancellationToken = default);
    [Run("%b {text}", ItemSeparator = ", ")] public static partial IAsyncEnumerable<string> SeparatedAsync(string text);

    [Run("%b {text}", FieldSeparator = "|")] public static partial Task<Entry[]> EntriesAsync(string text);
    [Run("%b {text}", FieldSeparator = ",")] public static partial Point Point(string text);
    [Run("%b {text}", FieldSeparator = ":")] public static partial IAsyncEnumerable<(string Name, int Count)> TuplesAsync(string text);

    [Run("%b {text}", Pattern = @"^(?<key>\w+)\s*=\s*(?<value>.*)$")] public static partial Task<Pair[]> PairsAsync(string text);
    [Run("%b {text}", Pattern = @"^(?<Key>\w+)$")] public static partial Task<Pair> KeyAsync(string text);
    [Run("%b {text}", Pattern = @"version (\S+)")] public static partial Task<Version> FoundVersionAsync(string text);
    [Run("%b {text}", PatternFrom = nameof(PointPattern))] public static partial IAsyncEnumerable<Point> PointsAsync(string text);

    [GeneratedRegex(@"\((?<x>-?\d+),\s*(?<y>-?\d+)\)")]
    private static partial Regex PointPattern();

    [Run("%s {json}", Json = typeof(PersonJson))] public static partial Task<Person[]> PeopleAsync(string json);
    [Run("%s {json}", Json = typeof(PersonJson))] public static partial Person Person(string json);
    [Run("%s {json}", Json = typeof(PersonJson))] public static partial Task<Person?> MaybePersonAsync(string json);
    [Run("%b {json}", Json = typeof(PersonJson))] public static partial IAsyncEnumerable<Person> EachPersonAsync(string json);

    [Run("%s {text}")] public static partial Task<ExecResult> ResultAsync(string text);
    [Run("%s {text}")] public static partial ExecResult Result(string text);
    [Run("%s {text}")] public static partial ChildProcess Start(string text, SpawnOptions? options = null);
    [Run("")] public static partial Task NothingAsync();
    [Run("")] public static partial void Nothing();
}

[Command("sh")]
internal sealed partial class Sh
{
    [Option("-e")] public bool Errors { get; init; }

    [Option("-u")] public bool Unset { get; init; }

    [Run("-c {script}")] public partial Task<string> ScriptAsync(string script, byte[]? input = null, IProgress<string>? progress = null);
    [Run("-c {script}")] public static partial Task<bool> IsTrueAsync(string script);
    [Run("-c {script}", FalseExitCode = 3)] public static partial bool Is3(string script);
    [Run("-c {script}")] public static partial Task<ExitStatus> StatusAsync(string script, CancellationToken cancellationToken = default);
    [Run("-c {script}")] public static partial ExitStatus Status(string script);
    [Run("-c {script}")] public static partial Task FailAsync(string script);
    [Run("-c {script}")] public static partial Task<string> FromStreamAsync(string script, Stream input);
    [Run("-c {script}")] public static partial string FromInput(string script, ProcessInput input);
    [Run("-c {script}")] public static partial string FromStream(string script, Stream input);
    [Run("-c {script}")] public static partial IAsyncEnumerable<string> LinesAsync(string script, CancellationToken cancellationToken = default);
    [Run("-c {script}", Json = typeof(PersonJson))] public static partial IAsyncEnumerable<Person> PeopleAsync(string script);

    [Run("-c {script}")]
    public static partial Task ProgressAsync(
        string script, [Progress(@"(?<x>\d+)/(?<y>\d+)")] IProgress<Point> points, [Progress(@"(\d+)%")] IProgress<int>? percent = null);

    [Subcommand("sub")]
    public sealed partial class Sub
    {
        [Option("--own")] public string? Own { get; init; }

        [Run("run {word}")] public partial Execution Run(string word, ExecFileOptions? options = null);
        [Run("run {word}")] public static partial Execution RunStatic(string word, ExecFileOptions? options = null);
    }
}

/// <summary>printf as a program whose options come after its subcommand and after its arguments.</summary>
[Command("printf")]
internal sealed partial class Placed
{
    [Argument(0)] public string? Format { get; init; }

    [Option("%s\\0")] public bool First { get; init; } = true;

    [Option("--output", Place = OptionPlace.AfterSubcommand)] public string? Output { get; init; }

    [Option("--last", Place = OptionPlace.AfterArguments)] public bool Last { get; init; }

    [Run("vm list --all {name}", ItemSeparator = "\0")] public partial string[] List(string name);

    [Run("{name}", ItemSeparator = "\0")] public partial string[] Only(string name);

    [Subcommand("sub")]
    public sealed partial class Sub
    {
        [Option("--own", Place = OptionPlace.AfterSubcommand)] public string? Own { get; init; }

        [Option("--end", Place = OptionPlace.AfterArguments)] public bool End { get; init; }

        [Run("show {name} [-x {x}]", ItemSeparator = "\0")] public partial string[] Show(string name, string? x = null);
    }
}

[Command("printf")]
internal partial interface IPrintf
{
    [Run("%s {word}")] Task<string> WordAsync(string word, CancellationToken cancellationToken = default);
    [Run("%s {word}")] string Word(string word);
    string Twice(string word) => Word(word) + Word(word);
}

#pragma warning disable TEXEC041 // The interfaces that derive from it are commands.
internal interface IHasWord
{
    [Run("-c pwd")] Task<string> DirectoryAsync();
}

[Command("sh")]
internal partial interface IShell : IHasWord
{
    [Run("-c 'echo $VALUE'")] Task<string> ValueAsync(ExecFileOptions? options = null);
    [Run("-c {script}", PatternFrom = nameof(Number))] Task<int[]> NumbersAsync(string script);

    private static readonly Regex NumberPattern = new(@"\d+");
    private static Regex Number => NumberPattern;
}
