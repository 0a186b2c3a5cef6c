using System.Runtime.CompilerServices;
using TypedExec.Generator.Analyzers;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Every rule has its page, its test and its line in the release notes of the analyzers.</summary>
public sealed class DiagnosticInventoryTests
{
    private static readonly string Root = RepositoryRoot();

    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(static rule => rule.Id)];

    [Fact]
    public void Ids_are_unique_and_in_order()
        => Assert.Equal(Ids.Select(static row => row.Data).Distinct().Order(StringComparer.Ordinal), Ids.Select(static row => row.Data));

    [Fact]
    public void Every_rule_is_listed_and_has_one_analyzer()
    {
        var fields = typeof(DiagnosticDescriptors).GetFields()
            .Where(static field => field.FieldType == typeof(Microsoft.CodeAnalysis.DiagnosticDescriptor))
            .Select(static field => ((Microsoft.CodeAnalysis.DiagnosticDescriptor)field.GetValue(null)!).Id);
        Assert.Equal(fields.Order(), DiagnosticDescriptors.All.Select(static rule => rule.Id).Order());
        Assert.Equal(
            DiagnosticDescriptors.All.Select(static rule => rule.Id).Order(),
            Analysis.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_help_page_that_its_link_names(string id)
    {
        var page = Path.Combine(Root, "docs", "diagnostics", id + ".md");
        Assert.True(File.Exists(page), page);
        Assert.StartsWith($"# {id}", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", DiagnosticDescriptors.All.Single(rule => rule.Id == id).HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_tested(string id)
        => Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Tests(), "Diagnostics")),
            file => File.ReadAllText(file).Contains($"Analysis.Reports(\"{id}\"", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_tracked_for_releases(string id)
        => Assert.Contains(
            ["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"],
            file => File.ReadAllText(Path.Combine(Root, "Generator", "TypedExec.Generator", file)).Contains($"\n{id} |", StringComparison.Ordinal));

    private static string Tests([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static string RepositoryRoot() => Path.GetFullPath(Path.Combine(Tests(), "..", ".."));
}
