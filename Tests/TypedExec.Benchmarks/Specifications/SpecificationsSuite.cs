using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TypedExec.Benchmarks.Specifications;

/// <summary>
/// 25 of the package's specifications through the generator: in a compiler that has just started, in one that is warm, after an
/// edit in an unrelated file, and after an edit of one specification; how much code it is; and what the package costs a project
/// that names one of its files. They are made by <c>node Generator/TypedExec.Specifications/converter/convert.mjs</c>.
/// </summary>
internal static class SpecificationsSuite
{
    private const int Rounds = 9;

    /// <summary>An editor runs the generator after every keystroke, so an edit soon reaches its full speed.</summary>
    private const int Edits = 20;

    /// <summary>Tiered compilation takes time: the generator reaches its full speed only after some seconds of work.</summary>
    private const int WarmUp = 60;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly string[] Programs =
    [
        "adb", "brew", "cargo", "cmake", "curl", "docker", "dotnet", "ffmpeg", "find", "gh", "git", "go", "grep", "helm", "kubectl",
        "make", "node", "npm", "psql", "python3", "rsync", "ssh", "tar", "terraform", "yarn",
    ];

    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "specifications", "typedexec-ready-made");

    private static readonly MetadataReference[] References
        = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(CommandAttribute).Assembly.Location)];

    public static void Run(TextWriter output)
    {
        if (!Directory.Exists(Folder))
        {
            output.WriteLine("There are no specifications yet: node Generator/TypedExec.Specifications/converter/convert.mjs");
            return;
        }

        var files = Programs.Select(static program => new CorpusFile(Path.Combine(Folder, program + ".json"))).ToArray();
        var first = Measure(files, 0);
        // All of them are measured, because LINQ would omit what is skipped.
        Round[] all = [.. Enumerable.Range(1, WarmUp + Rounds).Select(round => Measure(files, round))];
        var rounds = all[WarmUp..];
        output.WriteLine($"""
            {files.Sum(static file => file.Length) / 1024:N0} KB of JSON, median of {Rounds} runs after {WarmUp}, .NET {Environment.Version}

            Measured with {files.Length} specifications of the package, {files.Sum(static file => file.Content.Commands):N0} commands and {files.Sum(static file => file.Content.Options):N0} options, on a {Environment.ProcessorCount}-core machine

            | work | ms |
            |---|---:|
            | all of them, first time in a process (including JIT compilation) | {first.Cold.TotalMilliseconds:N0} |
            | all of them, after warm-up | {Median(rounds, static round => round.Cold):N0} |
            | the first edits in another C# file, in a new process | {first.Edit.TotalMilliseconds:N1} |
            | an edit in another C# file, after warm-up | {Median(rounds, static round => round.Edit):N1} |
            | an edit of docker.json | {Median(rounds, static round => round.SpecificationEdit):N1} |

            | generated | amount |
            |---|---:|
            | files | {first.Files:N0} |
            | lines | {first.Lines:N0} |
            | KB | {first.Bytes / 1024:N0} |
            | KB of IL and metadata, compiled | {first.Assembly / 1024:N0} |
            """);
        MeasurePackage(output);
    }

    /// <summary>One class that names git, with git's file alone and with all of the package.</summary>
    private static void MeasurePackage(TextWriter output)
    {
        string[] all = Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories);
        string[] alone = [Path.Combine(Folder, "git.json")];
        output.WriteLine("\n| a class that names git, warm | ms | KB allocated |\n|---|---:|---:|");
        foreach (var paths in (string[][])[alone, all, alone, all])
        {
            var times = new List<double>();
            long allocated = 0;
            for (var round = 0; round < Rounds; round++)
            {
                // The compiler has the paths, and reads a file when the generator asks for its text.
                var files = paths.Select(static path => new UnreadFile(path)).ToImmutableArray<AdditionalText>();
                var compilation = CSharpCompilation.Create(
                    "Specified",
                    [Parse("[TypedExec.Command(\"git\", Specification = \"git\")] public partial class Git;"), Unrelated(round)],
                    References,
                    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
                GeneratorDriver driver = CSharpGeneratorDriver.Create([new Generator.CommandGenerator().AsSourceGenerator()], files, ParseOptions);
                var before = GC.GetAllocatedBytesForCurrentThread();
                times.Add(Time(() => driver = driver.RunGenerators(compilation)).TotalMilliseconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            output.WriteLine($"| {paths.Length:N0} files | {times.Order().ElementAt(Rounds / 2):N1} | {allocated / 1024:N0} |");
        }
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

    private sealed class UnreadFile(string path) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(Path));
    }

    /// <summary>A specification as an additional file, whose text is read before the measurement, as in the compiler.</summary>
    private sealed class CorpusFile(string path, string? text = null) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text ?? File.ReadAllText(path));

        public override string Path { get; } = path;

        public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

        public int Length => _text.Length;

        /// <summary>Gets how many commands the specification has, including the program itself, and how many options they have.</summary>
        public (int Commands, int Options) Content
        {
            get
            {
                using var document = JsonDocument.Parse(_text.ToString());
                return Count(document.RootElement);
            }
        }

        public CorpusFile Edited(int number)
        {
            var all = _text.ToString();
            return new CorpusFile(Path, all.Insert(all.IndexOf("\"options\": [", StringComparison.Ordinal) + 12, $"{{\"name\":\"--edited-{number}\"}},"));
        }

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

        private static (int Commands, int Options) Count(JsonElement command)
        {
            var (commands, options) = (1, command.TryGetProperty("options", out var own) ? own.GetArrayLength() : 0);
            if (command.TryGetProperty("subcommands", out var subcommands))
            {
                foreach (var subcommand in subcommands.EnumerateArray())
                {
                    var (innerCommands, innerOptions) = Count(subcommand);
                    commands += innerCommands;
                    options += innerOptions;
                }
            }

            return (commands, options);
        }
    }
}
