using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Runs the generator and then every analyzer, as a build does.</summary>
internal static class Analysis
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CommandGenerator).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// Asserts that the analyzers report exactly this, at exactly this text, and that whatever was generated all the
    /// same neither breaks the generator nor brings an error of its own.
    /// </summary>
    public static async Task Reports(string id, string at, string source)
    {
        var diagnostics = await Of(source);
        Assert.Equal([$"{id} at {at}"], diagnostics.Select(diagnostic => $"{diagnostic.Id} at {At(diagnostic)}"));
    }

    public static async Task ReportsNothing(string source)
        => Assert.Empty((await Of(source)).Select(static diagnostic => diagnostic.ToString()));

    public static async Task<ImmutableArray<Diagnostic>> Of(string source)
    {
        var updated = Compilations.Generate(Compilations.Of(source), out var result);
        AssertGeneratedCodeIsSound(updated, result);
        var diagnostics = await updated.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public static void AssertGeneratedCodeIsSound(CSharpCompilation updated, GeneratorRunResult result)
    {
        Assert.Null(result.Exception);
        var problems = Compilations.Problems(updated, result)
            .Where(problem => problem.Location.SourceTree is { } tree && result.GeneratedSources.Any(source => source.SyntaxTree == tree));
        Assert.Empty(problems.Select(static problem => problem.ToString()));
    }

    private static string At(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
