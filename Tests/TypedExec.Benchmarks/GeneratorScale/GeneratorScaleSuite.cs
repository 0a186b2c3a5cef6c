using System.Diagnostics;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExec.Benchmarks.GeneratorScale;

/// <summary>
/// Classes or interfaces with ten members through each generator: from scratch, and after an edit in an unrelated file. Parsing
/// the sources isn't included; binding what the generator requests is.
/// </summary>
internal static class GeneratorScaleSuite
{
    private const int Rounds = 9;

    /// <summary>Tiered compilation takes time: the generator reaches its full speed only after some seconds of work.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    public static void Run(TextWriter output)
        => Run(output, 1_000, "classes of 10 members", "class", [Contender.TypedExec, Contender.Mapperly, Contender.Mvvm]);

    /// <summary>Measures each shape of class separately, compared with the peers, and one large class.</summary>
    public static void RunShapes(TextWriter output)
    {
        Run(output, 1_000, "classes of 10 members", "class", [.. Contender.Shapes, Contender.Mapperly, Contender.Mvvm]);
        output.WriteLine();
        Run(output, 1, "class of 100 options and 500 subcommands", "class", [Contender.Large]);
    }

    /// <summary>500 methods from templates, ten per interface, compared with those of Refit.</summary>
    public static void RunMethods(TextWriter output)
        => Run(output, 50, "interfaces of 10 methods", "interface", [Contender.TypedMethods, Contender.Refit]);

    private static void Run(TextWriter output, int count, string title, string unit, ReadOnlySpan<Contender> contenders)
    {
        output.WriteLine($"""
            {count} {title}, median of {Rounds} runs after {WarmUp.TotalSeconds} s of them, {Environment.ProcessorCount} cores, .NET {Environment.Version}

            | generator | cold, µs a {unit} | cold, KB a {unit} | unrelated edit, ms | unrelated edit, KB a {unit} | outputs made | made again by the edit |
            |---|---:|---:|---:|---:|---:|---:|
            """);
        foreach (var contender in contenders)
        {
            output.WriteLine(Measure(contender, count));
        }
    }

    private static string Measure(Contender contender, int count)
    {
        var trees = Enumerable.Range(0, count).Select(number => Parse(contender.Class(number))).ToArray();
        var cold = new List<Cost>();
        var edit = new List<Cost>();
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; cold.Count < Rounds; round++)
        {
            // A compilation binds a symbol once, so each round uses a new one.
            var compilation = Compilation(contender, trees, round);
            GeneratorDriver driver = CSharpGeneratorDriver.Create(contender.Generators, parseOptions: ParseOptions);
            var first = Cost.Of(() => driver = driver.RunGenerators(compilation));
            var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], Unrelated(round + 1000));
            var second = Cost.Of(() => driver = driver.RunGenerators(edited));
            if (Stopwatch.GetElapsedTime(start) > WarmUp)
            {
                cold.Add(first);
                edit.Add(second);
            }
        }

        var (files, madeAgain) = Emissions(contender, trees);
        var (coldTime, coldBytes) = Cost.Median(cold);
        var (editTime, editBytes) = Cost.Median(edit);
        return FormattableString.Invariant(
            $"| {contender.Name} | {coldTime.TotalMicroseconds / count:N0} | {coldBytes / 1024.0 / count:N1} | {editTime.TotalMilliseconds:N1} | {editBytes / 1024.0 / count:N1} | {files:N0} | {madeAgain:N0} |");
    }

    /// <summary>How many output steps the driver ran at first, and how many of them again after the edit; not timed.</summary>
    private static (int First, int Again) Emissions(Contender contender, IReadOnlyList<SyntaxTree> trees)
    {
        var compilation = Compilation(contender, trees, 0);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            contender.Generators,
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
        var first = Ran(driver);
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], Unrelated(1)));
        return (first, Ran(driver));

        static int Ran(GeneratorDriver driver) => driver.GetRunResult().Results
            .SelectMany(static result => result.TrackedOutputSteps.Values)
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
    }

    private static CSharpCompilation Compilation(Contender contender, IEnumerable<SyntaxTree> trees, int round) => CSharpCompilation.Create(
        "Scale",
        [.. trees, Unrelated(round)],
        [.. Net100.References.All, contender.Attributes],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Unrelated(int number)
        => Parse($"namespace Other; internal static class Unrelated {{ public static int Number() => {number}; }}");

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);

    private readonly record struct Cost(TimeSpan Time, long Bytes)
    {
        public static Cost Of(Action work)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            work();
            var time = Stopwatch.GetElapsedTime(start);
            return new Cost(time, GC.GetTotalAllocatedBytes(precise: true) - bytes);
        }

        public static Cost Median(List<Cost> costs) => new(
            costs.Select(static cost => cost.Time).Order().ElementAt(costs.Count / 2),
            costs.Select(static cost => cost.Bytes).Order().ElementAt(costs.Count / 2));
    }
}
