using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.Docs.Tests;

/// <summary>Messages have no turn of phrase that reads as translated: those of diagnostics, and those of exceptions.</summary>
public sealed class MessageProseTests
{
    /// <summary>A text with fewer words is a name, a switch or a format.</summary>
    private const int WordsOfASentence = 3;

    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(static rule => rule.Id)];

    public static TheoryData<string> Projects =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(Page.Root, "Runtime"))
            .Where(static folder => SourceFiles(folder).Any())
            .Select(static folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_is_free_of_translated_phrases(string id)
    {
        var rule = DiagnosticDescriptors.All.Single(rule => rule.Id == id);
        LocalizableString[] texts = [rule.Title, rule.MessageFormat, rule.Description];

        var found = texts.SelectMany(text => HabitsIn(id, text.ToString(CultureInfo.InvariantCulture))).ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_exception_message_is_free_of_translated_phrases(string project)
    {
        var found = SourceFiles(Path.Combine(Page.Root, "Runtime", project)).SelectMany(SentencesIn).SelectMany(static text => HabitsIn(text.Place, text.Sentence)).ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static IEnumerable<string> HabitsIn(string place, string text) => Habit.All.SelectMany(habit => habit.In(place, text));

    private static IEnumerable<string> SourceFiles(string folder)
        => Directory.EnumerateDirectories(folder)
            .Where(static subfolder => Path.GetFileName(subfolder) is not ("bin" or "obj"))
            .SelectMany(static subfolder => Directory.EnumerateFiles(subfolder, "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(folder, "*.cs"));

    private static IEnumerable<(string Place, string Sentence)> SentencesIn(string file)
        => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
            .Select(static node => (Node: node, Text: TextOf(node)))
            .Where(static literal => literal.Text.Split(' ').Length >= WordsOfASentence)
            .Select(literal => ($"{Path.GetRelativePath(Page.Root, file)}:{literal.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}", literal.Text));

    /// <summary>The text of a literal, in which a hole is <c>X</c>; empty for any other node.</summary>
    private static string TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax interpolated
            => string.Concat(interpolated.Contents.Select(static part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "X")),
        _ => "",
    };
}
