namespace TypedExec.Generator.Tests.HalfTyped;

/// <summary>Files as they are on the way to being finished: cut off, damaged, or not C# at all.</summary>
internal static class HalfTypedText
{
    /// <summary>A specification that the damaged ones are made from.</summary>
    private const string Specification = """
        {
            "name": ["tool", "t"],
            "description": "A <tool> & more",
            "options": [
                { "name": ["--verbose", "-v"], "isRepeatable": true, "description": "More" },
                { "name": "--color", "requiresSeparator": true, "args": { "name": "when", "isOptional": true, "suggestions": ["always", { "name": "never" }] } },
                { "name": "--out", "isPersistent": true, "args": { "template": "filepaths" }, "exclusiveOn": ["--quiet"], "dependsOn": ["--verbose"] },
                { "name": "--quiet", "hidden": true, "deprecated": true, "isRequired": true }
            ],
            "args": [{ "name": "first" }, { "name": "rest", "isVariadic": true, "optionsCanBreakVariadicArg": false }],
            "subcommands": [
                { "name": "build", "options": [{ "name": "-O", "args": [{ "name": "n" }, { "name": "m", "isVariadic": true }], "isRepeatable": 2 }] },
                { "name": "remote add", "args": { "isCommand": true } }
            ]
        }
        """;

    private const string SpecifiedClass = """
        [Command("tool", Specification = "N#.json")]
        public partial class Tool
        {
            [Option("--own")] public string? Own { get; init; }
            [Option("--color")] public bool Color { get; init; }
            public partial class Build { [Option("--extra")] public int? Extra { get; init; } }
        }
        """;

    /// <summary>Small, as binding what is made of them takes most of the time.</summary>
    private static readonly string[] Sources =
    [
        """
        [Command("git", SuccessExitCodes = [0, 1])]
        public partial class Git : Set, ISet
        {
            public bool Contract { get; init; }
            [Option("-C", Short = "-d", ExclusiveOn = ["--color"])] public string? Directory { get; init; }
            [Option("--color", Separator = "=")] public OptionalValue<Color> Color { get; init; }
            [Option("--encoding", Converter = typeof(Name))] public System.Text.Encoding? Encoding { get; init; }
            [Option("--level", Count = true)] public int Level { get; init; }
            [Option("--pairs", PairSeparator = ":", Join = ",")] public IReadOnlyList<(Color, int)> Pairs { get; init; } = [];
        }

        public enum Color { Always, [EnumValue("no")] Never }
        public static class Name { public static string? ToText(System.Text.Encoding value) => value.WebName; }
        [OptionSet] public abstract class Set { [Option("--set")] public string? InSet { get; init; } }
        [OptionSet] public interface ISet { [Option("--contract")] bool Contract { get; } }
        """,
        """
        [Command("git")]
        public partial class Git
        {
            [Option("--flag", TrueValue = "true", FalseValue = "no", Place = OptionPlace.AfterSubcommand)] public bool? Flag { get; init; }

            [Subcommand("commit")]
            public partial class Commit
            {
                [Option("--message")] public required string Message { get; init; }
                [Argument(0)] public IReadOnlyList<Uri> Names { get; init; } = [];
                [Argument(1, After = "--", Quoting = ShellQuoting.Posix)] public ICommand? Command { get; init; }
            }
        }
        """,
        """
        [Command("ffmpeg")]
        public partial class Ffmpeg
        {
            public IReadOnlyList<Group> Groups { get; init; } = [];
            public IReadOnlyList<AnyOf<Group, Group2>> Any { get; init; } = [];
        }

        [OptionGroup] public partial class Group { [Option("-g")] public int? G { get; init; } [Argument(0)] public string? File { get; init; } }
        [OptionGroup] public partial record Group2([property: Option("-h")] string H);
        """,
        """
        [Command("tool")]
        public partial record Tool([property: Option("-a")] string A)
        {
            [Run("log [--max={max}] [all? --all] {range} [-- {paths}]", FieldSeparator = "\t")]
            public static partial IAsyncEnumerable<Entry> LogAsync(string range, int? max = null, bool all = false, IReadOnlyList<string>? paths = null);

            [Run("diff --quiet '{range}'", FalseExitCode = 2)]
            public partial Task<bool> IsUnchangedAsync([Hole(AllowLeadingDash = true)] string range, CancellationToken cancellationToken = default);

            [Run("x", Pattern = "(?<name>.*) (?<day>.*)")] public static partial Task<Entry[]> EntriesAsync();
        }

        public sealed record Entry(string Name, DateOnly Day);
        """,
        """
        [Command("tool")]
        public partial interface ITool
        {
            [Run("status {id}")] Task<string> StatusAsync(int id, IProgress<string>? progress = null);
            [Run("list {kind} --max={max}")] string[] List(Kind kind, [Hole(Format = "x")] int max, ExecFileOptions? options = null);
        }

        public enum Kind : byte { Pod = 1, [EnumValue("svc")] Service }
        """,
        """
        [Command("base")] public partial class Base { [Option("--a")] public string? A { get; set; } [Argument(0)] public string? File { get; set; } }
        [Command("derived")] public sealed partial class Derived : Base { [Option("--b")] public List<string>? B { get; set; } [Argument(1)] public TimeSpan? At { get; set; } }
        """,
        """
        [Command("node", Fork = true)]
        [Messages(Send = typeof(Job), Receive = typeof(string), Context = typeof(AppJson))]
        public static partial class Node { [Subcommand("run")] public partial struct Inner; }

        public sealed record Job(int Number);
        """ + Context,
        """
        [Command("kubectl")]
        public partial class Kubectl
        {
            private const string Flag = "--flag";

            [Option(Flag, Negation = "--no-" + "flag"), Obsolete("old", DiagnosticId = "X1")] public bool? Flagged { get; set; } = true;
            [Option("--when", Format = "yyyy-MM-dd", DependsOn = [Flag])] public DateOnly? When { get; init; }
            [Option("--access", Join = "|")] public virtual Access Access { get; init; }
            [Option("--tags", MinValues = 1, MaxValues = 3)] public string[]? Tags { get; init; }
            [Option("--sizes", MaxValues = 2)] public IReadOnlyList<IReadOnlyList<string>> Sizes { get; init; } = [];
            [Option("--last", Place = OptionPlace.AfterArguments, Secret = true)] public partial string? Last { get; init; }
            public partial string? Last { get => field; init => field = value; }
            [Argument(0)] public string[] Sources { get; init; } = [];
            [Argument(1)] public required string Destination { get; init; }
        }

        [Flags] public enum Access { None = 0, Read = 1, Write = 2, All = Read | Write }
        """,
        """
        [Command("get"), System.Diagnostics.CodeAnalysis.Experimental("X2")]
        public sealed partial record Get(int Number)
        {
            [Argument(0, Quoting = ShellQuoting.Posix)] public Pipeline? Pipe { get; init; }

            [Run("get {kind} [-o {output}] -- 'a b' \\{x {{{kind}}}", Json = typeof(AppJson))]
            public partial Task<Job[]> JobsAsync(string kind, int? output = null);

            [Run("watch", PatternFrom = nameof(Any), ItemSeparator = "\0")]
            public partial IAsyncEnumerable<(int Count, string Name)> WatchAsync([Progress("(?<p>.)%")] IProgress<int> percent, Stream input, CancellationToken call = default);

            private static System.Text.RegularExpressions.Regex Any => new("(.)(.)");
        }

        public sealed record Job(int Number);
        """ + Context,
        """
        namespace Deep { [Command("deep")] internal partial class Git<T>; [Command("deep")] internal partial struct S; [Command("deep")] file partial class F; }
        internal partial record struct Outer { [Command("deep")] internal sealed partial class @class { [Option("-v")] public bool @int { get; init; } } }
        """,
    ];

    // What System.Text.Json generates isn't here, so it is written out.
    private const string Context = """

        [System.Text.Json.Serialization.JsonSerializable(typeof(Job[]))]
        public class AppJson : System.Text.Json.Serialization.JsonSerializerContext
        {
            public AppJson() : base(null) { }
            public static AppJson Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    private static readonly string[] Pieces =
    [
        "[", "]", "(", ")", "{", "}", "<", ">", ";", ",", ".", "\"", "'", "?", "=", "=>", "/*", "//", "\n", "#if A", "#endif", "@", "$\"", "\"\"\"", "\0", "é",
        "partial ", "class ", "static ", "abstract ", "required ", "record ", "interface ", "enum ", "namespace A;", "file ", "readonly ", "unsafe ", "ref ", "int", "string", "object", "void",
        "Command", "[Command(\"a\")] ", "[Subcommand(\"b\")] ", "[Option(\"-x\")] ", "[Argument(0)] ", "[OptionGroup] ", "[OptionSet] ", "[Run(\"x {y}\")] ", "[Option(null)]", "[Option(nameof(A))]",
        "public A B { get; init; }", "<T>", "where T : class", "typeof(int)", "default", "Builder", "Spawn", "ToArguments", "Parent", "Git", "Color", "Name", "params ", "this ", "-1", "0x", "global::",
    ];

    private static readonly string[] JsonPieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "-1", "{}", "[]", "\"--x\"", "\"\"", "\"class\"", "\\u0000", "\\ud800", "*/", "</summary>", "//", "\n", "\"name\":",
        "\"args\":", "\"options\":", "\"subcommands\":", "\"isVariadic\": true,", "\"isOptional\": true,", "\"isPersistent\": true,", "\"isRequired\": true,",
    ];

    /// <summary>Each source as it grows: every one of its beginnings for a large count, some of them for a small one.</summary>
    public static IEnumerable<HalfTypedInput> Beginnings(int count)
    {
        var step = Math.Max(1, Sources.Sum(static source => source.Length) * 2 / count);
        return Sources.SelectMany(source => Enumerable.Range(0, source.Length / step).Select(index => new HalfTypedInput(source[..(index * step)])));
    }

    /// <summary>Returns the input of this number: the same for the same seed.</summary>
    public static HalfTypedInput Random(int seed, int number)
    {
        var random = new Random(unchecked((seed * 397) ^ (number * 7919)));
        return random.Next(10) switch
        {
            0 => new HalfTypedInput(Soup(random)),
            1 => new HalfTypedInput(random.Next(3) == 0 ? Damaged(random, SpecifiedClass, Pieces) : SpecifiedClass, Damaged(random, Specification, JsonPieces)),
            _ => new HalfTypedInput(Damaged(random, Sources[random.Next(Sources.Length)], Pieces)),
        };
    }

    private static string Soup(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Damaged(Random random, string text, string[] pieces)
    {
        for (var edits = random.Next(1, 5); edits > 0 && text.Length > 0; edits--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(random.Next(1, 40)), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
                2 => text.Remove(at, length).Insert(at, pieces[random.Next(pieces.Length)]),
                _ => text.Insert(at, pieces[random.Next(pieces.Length)]),
            };
        }

        return text;
    }
}

/// <summary>What is typed, and the specification that it names, if any; <c>#</c> is its number in the compilation.</summary>
internal sealed record HalfTypedInput(string Source, string? Specification = null);
