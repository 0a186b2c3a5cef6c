using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedExec.Generator.Tests.HalfTyped;

/// <summary>
/// Many inputs in one compilation, each with its own file and namespace. Binding what the generator made costs the same for one
/// input as for fifty, so a single input is compiled alone only if something is wrong.
/// </summary>
internal static class HalfTypedBatch
{
    private const string Usings = "using TypedExec; using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks;";

    // Only errors count here: nullability and references in documentation give warnings.
    private static readonly CSharpParseOptions ParseOptions
        = Compilations.ParseOptions.WithDocumentationMode(DocumentationMode.None).WithFeatures([new("run-nullable-analysis", "never")]);

    // Batches run in parallel, so none of them needs more than one thread.
    private static readonly CSharpCompilation Empty = Compilations.Of() is var empty ? empty.WithOptions(empty.Options.WithConcurrentBuild(false)) : empty;

    /// <summary>Returns the inputs with which something is wrong, and what.</summary>
    public static IReadOnlyList<(IReadOnlyList<HalfTypedInput> Inputs, IReadOnlyList<string> Problems)> Check(
        IReadOnlyList<HalfTypedInput> inputs, bool isAnalyzed, IIncrementalGenerator? generator = null)
    {
        var problems = Problems(inputs, isAnalyzed, generator ?? new CommandGenerator());
        if (problems.Count == 0)
        {
            return [];
        }

        if (inputs.Count == 1)
        {
            return [(inputs, problems)];
        }

        var half = inputs.Count / 2;
        List<(IReadOnlyList<HalfTypedInput>, IReadOnlyList<string>)> found =
        [
            .. Check([.. inputs.Take(half)], isAnalyzed, generator),
            .. Check([.. inputs.Skip(half)], isAnalyzed, generator),
        ];
        return found.Count > 0 ? found : [(inputs, problems)];
    }

    private static IReadOnlyList<string> Problems(IReadOnlyList<HalfTypedInput> inputs, bool isAnalyzed, IIncrementalGenerator generator)
    {
        var trees = inputs.Select(static (input, number) => CSharpSyntaxTree.ParseText(
            $"{Usings} namespace N{number};\n{input.Source.Replace("#.json", number + ".json", StringComparison.Ordinal)}", ParseOptions, $"N{number}.cs"));
        AdditionalText[] files = [.. inputs.Select(static (input, number) => (input.Specification, number)).Where(static file => file.Specification is not null)
            .Select(static file => new MemoryText($"N{file.number}.json", file.Specification!))];
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], files, ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Empty.AddSyntaxTrees(trees), out var updated, out var reported);
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
        {
            return [exception.ToString()];
        }

        var generated = result.GeneratedSources.Select(static source => source.SyntaxTree).ToHashSet();
        var diagnostics = updated.GetDiagnostics().AsEnumerable();
        if (isAnalyzed)
        {
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. files]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
            diagnostics = diagnostics.Concat(updated.WithAnalyzers(Analysis.Analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
                .Where(static diagnostic => diagnostic.Id == "AD0001"));
        }

        return
        [
            .. reported.Select(static diagnostic => diagnostic.ToString()),
            .. diagnostics
                .Where(diagnostic => diagnostic.Id == "AD0001" || (diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree)))
                .Select(static diagnostic => $"{diagnostic} {Line(diagnostic)}"),
        ];
    }

    private static string Line(Diagnostic error)
        => error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
