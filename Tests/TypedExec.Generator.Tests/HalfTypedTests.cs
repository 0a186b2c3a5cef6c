using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>
/// An editor runs the generator after every key. Whatever is typed so far: the generator does not fail, and no error is inside of a
/// generated file, where nobody can mend it. <c>TYPEDEXEC_HALF_TYPED=100000</c> tries as many inputs.
/// </summary>
public sealed class HalfTypedTests
{
    private const int PerCompilation = 20;

    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("TYPEDEXEC_HALF_TYPED") ?? "200", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("TYPEDEXEC_HALF_TYPED_SEED") ?? "1", CultureInfo.InvariantCulture);

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
            public IReadOnlyList<Group> Groups { get; init; } = [];
            public IReadOnlyList<AnyOf<Group, Group2>> Any { get; init; } = [];
            [Option("--pairs", PairSeparator = ":", Join = ",")] public IReadOnlyList<(Color, int)> Pairs { get; init; } = [];
            [Option("--flag", TrueValue = "true", FalseValue = "no", Place = OptionPlace.AfterSubcommand)] public bool? Flag { get; init; }

            [Subcommand("commit")]
            public partial class Commit
            {
                [Option("--message")] public required string Message { get; init; }
                [Argument(0)] public IReadOnlyList<Color> Colors { get; init; } = [];
                [Argument(1, After = "--", Quoting = ShellQuoting.Posix)] public ICommand? Command { get; init; }
            }
        }

        public enum Color { Always, [EnumValue("no")] Never }
        public static class Name { public static string? ToText(System.Text.Encoding value) => value.WebName; }
        [OptionSet] public abstract class Set { [Option("--set")] public string? InSet { get; init; } }
        [OptionSet] public interface ISet { [Option("--contract")] bool Contract { get; } }
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

        [Command("tool")]
        public partial interface ITool
        {
            [Run("status {id}")] Task<string> StatusAsync(int id, IProgress<string>? progress = null);
            [Run("list")] string[] List(ExecFileOptions? options = null);
        }

        [Command("base")] public partial class Base { [Option("--a")] public string? A { get; set; } [Argument(0)] public string? File { get; set; } }
        [Command("derived")] public sealed partial class Derived : Base { [Option("--b")] public List<string>? B { get; set; } }
        [Command("node", Fork = true)] public static partial class Node { [Subcommand("run")] public partial struct Inner; }
        """,
    ];

    private static readonly string[] Pieces =
    [
        "[", "]", "(", ")", "{", "}", "<", ">", ";", ",", ".", "\"", "'", "?", "=", "=>", "/*", "//", "\n", "#if A", "#endif", "@", "$\"", "\"\"\"", "\0", "é",
        "partial ", "class ", "static ", "abstract ", "required ", "record ", "interface ", "enum ", "namespace A;", "file ", "readonly ", "unsafe ", "ref ", "int", "string", "object", "void",
        "Command", "[Command(\"a\")] ", "[Subcommand(\"b\")] ", "[Option(\"-x\")] ", "[Argument(0)] ", "[OptionGroup] ", "[OptionSet] ", "[Run(\"x {y}\")] ", "[Option(null)]", "[Option(nameof(A))]",
        "public A B { get; init; }", "<T>", "where T : class", "typeof(int)", "default", "Builder", "Spawn", "ToArguments", "Parent", "Git", "Color", "Name", "params ", "this ", "-1", "0x", "global::",
    ];

    [Fact]
    public void Half_typed_code_never_causes_an_error_in_a_generated_file()
    {
        var random = new Random(Seed);
        var inputs = Prefixes().Concat(Enumerable.Range(0, int.MaxValue).Select(_ => Damaged(random)));
        var empty = Compilations.Of();
        var failures = new Dictionary<string, string>();
        foreach (var batch in inputs.Take(Count).Chunk(PerCompilation))
        {
            Check(empty, batch, failures);
        }

        Assert.True(failures.Count == 0, string.Join("\n==========\n", failures.Take(25).Select(static failure => $"{failure.Key}\n{failure.Value}")));
    }

    /// <summary>Each source as it grows: all of its beginnings for a large count, a part of them for a small one.</summary>
    private static IEnumerable<string> Prefixes()
    {
        var step = Math.Max(1, Sources.Sum(static source => source.Length) * 2 / Count);
        return Sources.SelectMany(source => Enumerable.Range(0, source.Length / step).Select(index => source[..(index * step)]));
    }

    private static string Damaged(Random random)
    {
        var text = Sources[random.Next(Sources.Length)];
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(random.Next(1, 40)), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
                2 => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
            if (text.Length == 0)
            {
                return text;
            }
        }

        return text;
    }

    private static void Check(CSharpCompilation empty, string[] inputs, Dictionary<string, string> failures)
    {
        // Each has its own namespace and file.
        var trees = inputs.Select(static (input, index) => CSharpSyntaxTree.ParseText(
            $"using TypedExec; using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; namespace N{index};\n{input}",
            Compilations.ParseOptions,
            $"N{index}.cs")).ToArray();
        var updated = Compilations.Generate(empty.AddSyntaxTrees(trees), out var result);
        string[] problems = result.Exception is { } exception
            ? [exception.ToString()]
            : [.. result.GeneratedSources.SelectMany(generated => updated.GetSemanticModel(generated.SyntaxTree).GetDiagnostics())
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(static error => $"{error} {Line(error)}")];
        if (problems.Length == 0)
        {
            return;
        }

        if (inputs.Length > 1)
        {
            Array.ForEach(inputs, input => Check(empty, [input], failures));
            return;
        }

        failures.TryAdd(string.Concat(problems[0].Where(static character => !char.IsDigit(character))), $"{string.Join('\n', problems.Take(4))}\n{inputs[0]}");
    }

    private static string Line(Diagnostic error)
        => error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
