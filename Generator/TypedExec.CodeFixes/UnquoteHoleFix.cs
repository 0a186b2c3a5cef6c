using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Removes the quotes around a hole, which is quoted automatically.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnquoteHoleFix() : SyntaxCodeFix("Remove the quotes around the hole", DiagnosticDescriptors.HoleInsideQuotes)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<InterpolationSyntax>() is not { Parent: InterpolatedStringExpressionSyntax text } hole)
        {
            return null;
        }

        // Only quotes around just the hole can be removed without changing what the shell sees of the rest.
        var index = text.Contents.IndexOf(hole);
        if (index < 1
            || index + 1 >= text.Contents.Count
            || text.Contents[index - 1] is not InterpolatedStringTextSyntax before
            || text.Contents[index + 1] is not InterpolatedStringTextSyntax after)
        {
            return null;
        }

        var quote = EndingQuote(before.TextToken.Text, text.StringStartToken);
        if (quote.Length == 0 || !after.TextToken.Text.StartsWith(quote, StringComparison.Ordinal))
        {
            return null;
        }

        var contents = text.Contents
            .Replace(before, Text(before.TextToken.Text.Substring(0, before.TextToken.Text.Length - quote.Length)));
        contents = contents.Replace(contents[index + 1], Text(after.TextToken.Text.Substring(quote.Length)));
        return (text, text.WithContents(contents));
    }

    /// <summary>
    /// Returns the quote as this kind of literal writes it, or an empty string if the text doesn't end with one.
    /// </summary>
    private static string EndingQuote(string text, SyntaxToken start)
    {
        var quote = start.Kind() switch
        {
            SyntaxKind.InterpolatedVerbatimStringStartToken => "\"\"",
            SyntaxKind.InterpolatedStringStartToken => "\\\"",
            _ => "\"",
        };
        return text.EndsWith(quote, StringComparison.Ordinal) ? quote : text.EndsWith("'", StringComparison.Ordinal) ? "'" : "";
    }

    private static InterpolatedStringTextSyntax Text(string text)
        => SyntaxFactory.InterpolatedStringText(
            SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default));
}
