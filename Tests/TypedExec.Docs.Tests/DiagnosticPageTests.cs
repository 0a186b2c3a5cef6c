using TypedExec.Generator.Analyzers;

namespace TypedExec.Docs.Tests;

/// <summary>Every rule is explained by code that violates it and code that doesn't.</summary>
public sealed class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_the_mistake_and_its_fix(string id)
    {
        var blocks = Block.In(new Page($"docs/diagnostics/{id}.md")).Where(static block => block.IsCSharp).ToList();
        Assert.Contains(blocks, block => block.Errors.Contains(id));
        Assert.Contains(blocks, static block => block.Errors is []);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_lists_each_rule_with_its_severity(string id)
    {
        var rule = DiagnosticDescriptors.All.Single(rule => rule.Id == id);
        var index = new Page("docs/diagnostics/README.md").Text;
        var severity = rule.DefaultSeverity.ToString().ToLowerInvariant();
        Assert.Contains($"| [{id}]({id}.md) | {severity} | {rule.Title} |", index, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {rule.Title}\n", new Page($"docs/diagnostics/{id}.md").Text, StringComparison.Ordinal);
    }
}
