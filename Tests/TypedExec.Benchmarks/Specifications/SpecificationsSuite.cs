using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TypedExec.Benchmarks.Specifications;

/// <summary>
/// The 25 real specifications through the generator: in a compiler that has just started, in one that is warm, after an edit
/// in a file that has nothing to do with them, and after an edit of one specification; and how much code it is.
/// </summary>
internal static class SpecificationsSuite
{
    private const int Rounds = 9;

    /// <summary>An editor runs the generator after every keystroke, so that an edit is soon as fast as it gets.</summary>
    private const int Edits = 20;

    /// <summary>Tiered compilation takes its time: the generator is as fast as it gets only after some seconds of work.</summary>
    private const int WarmUp = 60;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "Corpus");

    private static readonly MetadataReference[] References
        = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(CommandAttribute).Assembly.Location)];

    public static void Run(TextWriter output)
    {
        var files = Directory.GetFiles(Corpus, "*.json").Order(StringComparer.Ordinal).Select(static path => new CorpusFile(path)).ToArray();
        var first = Measure(files, 0);
        // All are measured: LINQ would leave out what is skipped.
        Round[] all = [.. Enumerable.Range(1, WarmUp + Rounds).Select(round => Measure(files, round))];
        var rounds = all[WarmUp..];
        output.WriteLine($"""
            {files.Length} specifications, {files.Sum(static file => file.Length) / 1024:N0} KB of JSON, median of {Rounds} runs after {WarmUp}, {Environment.ProcessorCount} cores, .NET {Environment.Version}

            | work | ms |
            |---|---:|
            | all of them, the first time in a process (with its JIT compilation) | {first.Cold.TotalMilliseconds:N0} |
            | all of them, warm | {Median(rounds, static round => round.Cold):N1} |
            | the first edits in another C# file, in a process that has just started | {first.Edit.TotalMilliseconds:N1} |
            | an edit in another C# file, warm | {Median(rounds, static round => round.Edit):N2} |
            | an edit of docker.json | {Median(rounds, static round => round.SpecificationEdit):N1} |

            | generated | |
            |---|---:|
            | files | {first.Files:N0} |
            | lines | {first.Lines:N0} |
            | KB | {first.Bytes / 1024:N0} |
            | compiled, KB of IL and metadata | {first.Assembly / 1024:N0} |
            """);
    }

    private static Round Measure(CorpusFile[] files, int number)
    {
        var classes = string.Concat(files.Select(static file => $"[TypedExec.Command(\"{file.Name}\", Specification = \"{file.Name}.json\")] public partial class Program_{file.Name};\n"));
        var compilation = CSharpCompilation.Create(
            "Specified",
            [Parse(classes), Unrelated(number)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new Generator.CommandGenerator().AsSourceGenerator()], files.ToImmutableArray<AdditionalText>(), ParseOptions);
        var cold = Time(() => driver = driver.RunGenerators(compilation));
        var edited = compilation;
        var edits = new List<TimeSpan>();
        for (var i = 0; i < Edits; i++)
        {
            edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Unrelated((number * Edits) + i + 1));
            var next = edited;
            edits.Add(Time(() => driver = driver.RunGenerators(next)));
        }

        var edit = edits.Order().ElementAt(Edits / 2);
        var docker = files.Single(static file => file.Name == "docker");
        driver = driver.ReplaceAdditionalText(docker, docker.Edited(number));
        var specificationEdit = Time(() => driver = driver.RunGenerators(edited));
        if (number > 0)
        {
            return new Round(cold, edit, specificationEdit, 0, 0, 0, 0);
        }

        var trees = driver.GetRunResult().GeneratedTrees;
        using var image = new MemoryStream();
        if (!edited.AddSyntaxTrees(trees).Emit(image).Success)
        {
            throw new InvalidOperationException("What is generated does not compile.");
        }

        return new Round(
            cold,
            edit,
            specificationEdit,
            trees.Length,
            trees.Sum(static tree => tree.GetText().Lines.Count),
            trees.Sum(static tree => Encoding.UTF8.GetByteCount(tree.ToString())),
            image.Length);
    }

    private static TimeSpan Time(Action work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static double Median(Round[] rounds, Func<Round, TimeSpan> time)
        => rounds.Select(time).Order().ElementAt(rounds.Length / 2).TotalMilliseconds;

    private static SyntaxTree Unrelated(int number) => Parse($"internal static class Unrelated {{ public static int Number() => {number}; }}");

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);

    private readonly record struct Round(TimeSpan Cold, TimeSpan Edit, TimeSpan SpecificationEdit, int Files, long Lines, long Bytes, long Assembly);

    /// <summary>A specification as an additional file, its text read before the clock runs, as the compiler has it.</summary>
    private sealed class CorpusFile(string path, string? text = null) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text ?? File.ReadAllText(path));

        public override string Path { get; } = path;

        public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

        public int Length => _text.Length;

        public CorpusFile Edited(int number)
        {
            var all = _text.ToString();
            return new CorpusFile(Path, all.Insert(all.IndexOf("\"options\":[", StringComparison.Ordinal) + 11, $"{{\"name\":\"--edited-{number}\"}},"));
        }

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
