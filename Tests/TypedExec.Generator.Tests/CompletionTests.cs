using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Host.Mef;
using TypedExec.CodeFixes.Completion;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>What an editor offers while the text of an attribute is typed. <c>‸</c> is the caret.</summary>
public sealed class CompletionTests
{
    private static readonly MefHostServices Host = MefHostServices.Create([.. MefHostServices.DefaultAssemblies, typeof(TemplateCompletion).Assembly]);

    [Theory]
    [InlineData("\"log {‸\"")]
    [InlineData("\"log {‸}\"")]
    [InlineData("@\"log {‸\"")]
    [InlineData("\"\"\"log {‸\"\"\"")]
    [InlineData("\"log \" + \"--max={‸\"")]
    [InlineData("\"'a {‸'\"")]
    [InlineData("\"{{{‸\"")]
    public async Task A_brace_offers_the_parameters(string template)
        => Assert.Equal(["range", "max", "all", "paths"], await Offered(Method(template)));

    [Theory]
    [InlineData("\"log [‸\"")]
    [InlineData("\"log [ ‸ --all]\"")]
    public async Task A_bracket_offers_the_flags(string template) => Assert.Equal(["all"], await Offered(Method(template)));

    [Theory]
    [InlineData("\"log {{‸\"")]
    [InlineData("\"log ‸\"")]
    [InlineData("\"log {range} ‸\"")]
    [InlineData("@\"log \\[‸\"")]
    [InlineData("\"log {\" + Text‸")]
    public async Task Nothing_is_offered_elsewhere(string template) => Assert.Empty(await Offered(Method(template)));

    [Theory]
    [InlineData("\"log {‸\"")]
    [InlineData("\"log [‸\"")]
    public async Task Typing_the_bracket_opens_the_list(string template)
    {
        var source = Method(template);
        var (_, list) = await Complete(source, CompletionTrigger.CreateInsertionTrigger(source[source.IndexOf('‸', StringComparison.Ordinal) - 1]));
        Assert.Contains("all", list!.ItemsList.Select(static item => item.DisplayText));
    }

    [Fact]
    public async Task Parameters_already_in_the_template_come_last()
        => Assert.Equal(["max", "paths", "range", "all"], await Offered(Method("\"log {range} [all? --all] {‸\"")));

    [Fact]
    public async Task An_unclosed_literal_offers_them_too()
        => Assert.Equal(["range", "max", "all", "paths"], await Offered(Method("\"log {‸").Replace(")] public", "\n)] public", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"log {‸\"", "range", "\"log {range}\"")]
    [InlineData("\"log {ra‸\"", "range", "\"log {range}\"")]
    [InlineData("\"log {ra‸nge} x\"", "max", "\"log {max} x\"")]
    [InlineData("\"log [‸ --all]\"", "all", "\"log [all? --all]\"")]
    public async Task A_chosen_item_is_inserted_with_its_closing_character(string template, string chosen, string expected)
    {
        var source = Method(template);
        var (document, list) = await Complete(source);
        var item = list!.ItemsList.Single(item => item.DisplayText == chosen);
        var change = await CompletionService.GetService(document)!.GetChangeAsync(document, item, cancellationToken: TestContext.Current.CancellationToken);
        var text = await document.GetTextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Method(expected), text.WithChanges(change.TextChange).ToString());
    }

    [Theory]
    [InlineData("[Option(\"--since\", Format = \"‸\")] public System.DateOnly? Since { get; init; }", "yyyy-MM-dd")]
    [InlineData("[Argument(0, Format = \"‸\")] public System.Collections.Generic.IReadOnlyList<int> Numbers { get; init; } = [];", "X")]
    [InlineData("[Run(\"{since}\")] public static partial string M([Hole(Format = \"‸\")] System.TimeSpan since);", "hh':'mm':'ss")]
    [InlineData("[Option(\"--id\", Format = \"‸\")] public System.Guid Id { get; init; }", "N")]
    public async Task Format_offers_the_formats_of_the_type(string member, string expected)
        => Assert.Contains(expected, await Offered($"using TypedExec; [Command(\"a\")] public partial class A {{ {member} }}"));

    [Theory]
    [InlineData("[Option(\"--name\", Format = \"‸\")] public string? Name { get; init; }")]
    [InlineData("[Option(\"--since‸\")] public System.DateOnly? Since { get; init; }")]
    public async Task A_type_without_formats_offers_none(string member)
        => Assert.Empty(await Offered($"using TypedExec; [Command(\"a\")] public partial class A {{ {member} }}"));

    [Fact]
    public async Task Each_format_shows_an_example()
    {
        var (document, list) = await Complete("using TypedExec; [Command(\"a\")] public partial class A { [Option(\"--since\", Format = \"‸\")] public System.DateOnly? Since { get; init; } }");
        var description = await CompletionService.GetService(document)!.GetDescriptionAsync(document, list!.ItemsList[0], TestContext.Current.CancellationToken);
        Assert.Equal("2026-02-28", description?.Text);
    }

    private static string Method(string template) => $$"""
        using System.Collections.Generic;
        using System.Threading;
        using TypedExec;

        [Command("git")]
        public static partial class Git
        {
            private const string Text = "";

            [Run({{template}})] public static partial System.Threading.Tasks.Task M(string range, int? max, bool all, IReadOnlyList<string> paths, CancellationToken cancellationToken);
        }
        """;

    /// <summary>The entries of our providers, in their order; those of C# itself are left out.</summary>
    private static async Task<string[]> Offered(string source)
    {
        var (_, list) = await Complete(source);
        return
        [
            .. (list?.ItemsList ?? [])
                .Where(static item => item.Properties.ContainsKey("Inserted"))
                .OrderBy(static item => item.SortText, StringComparer.Ordinal)
                .Select(static item => item.DisplayText),
        ];
    }

    private static async Task<(Document Document, CompletionList? List)> Complete(string source, CompletionTrigger trigger = default)
    {
        var caret = source.IndexOf('‸', StringComparison.Ordinal);
        var text = source.Remove(caret, 1);
        var workspace = new AdhocWorkspace(Host);
        var document = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithParseOptions(Compilations.ParseOptions)
            .WithMetadataReferences(Compilations.References)
            .AddDocument("Source0.cs", text);
        var list = await CompletionService.GetService(document)!.GetCompletionsAsync(
            document, caret, trigger, cancellationToken: TestContext.Current.CancellationToken);
        return (document, list);
    }
}
