using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Runs the generator and then every analyzer, as a build does.</summary>
internal static class Analysis
{
    /// <summary>The beginning of a one-line source.</summary>
    public const string Usings = "using TypedExec; namespace Demo; ";

    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CommandGenerator).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// Asserts that the analyzers report exactly this diagnostic at exactly this text, and that the code that is still generated
    /// neither breaks the generator nor adds errors of its own.
    /// </summary>
    public static async Task Reports(string id, string at, string source, params AdditionalText[] files)
    {
        var diagnostics = await Of(source, files);
        Assert.Equal([$"{id} at {at}"], diagnostics.Select(diagnostic => $"{diagnostic.Id} at {At(diagnostic)}"));
    }

    public static async Task Reports(string id, string at, string source, LanguageVersion language)
        => Assert.Equal([$"{id} at {at}"], (await Of(source, language)).Select(static diagnostic => $"{diagnostic.Id} at {At(diagnostic)}"));

    public static async Task ReportsNothing(string source, LanguageVersion language)
        => Assert.Empty((await Of(source, language)).Select(static diagnostic => diagnostic.ToString()));

    public static async Task ReportsNothing(string source, params AdditionalText[] files)
        => Assert.Empty((await Of(source, files)).Select(static diagnostic => diagnostic.ToString()));

    private static async Task<ImmutableArray<Diagnostic>> Of(string source, LanguageVersion language)
    {
        var options = Compilations.ParseOptions.WithLanguageVersion(language);
        var compilation = Compilations.Of().AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options, "Source0.cs"));
        var driver = CSharpGeneratorDriver.Create([new CommandGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        AssertGeneratedCodeIsSound((CSharpCompilation)updated, driver.GetRunResult().Results.Single());
        return await updated.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
    }

    public static async Task<ImmutableArray<Diagnostic>> Of(string source, params AdditionalText[] files)
    {
        var updated = Compilations.Generate(Compilations.Of(source), out var result, files);
        AssertGeneratedCodeIsSound(updated, result);
        var diagnostics = await updated.WithAnalyzers(Analyzers, new AnalyzerOptions([.. files])).GetAnalyzerDiagnosticsAsync();
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

    /// <summary>Returns the reported text or, in an additional file, its line and column as an editor counts them.</summary>
    private static string At(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree is { } tree
            ? tree.GetText().ToString(diagnostic.Location.SourceSpan)
            : $"{diagnostic.Location.GetLineSpan().Path}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}:{diagnostic.Location.GetLineSpan().StartLinePosition.Character + 1}";
}
