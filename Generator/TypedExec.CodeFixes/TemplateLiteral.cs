using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Parsing;

namespace TypedExec.CodeFixes;

/// <summary>The template of a [Run] method, if it is one literal whose text is in the file unchanged.</summary>
internal static class TemplateLiteral
{
    public static LiteralExpressionSyntax? Find(MethodDeclarationSyntax method)
    {
        foreach (var attribute in method.AttributeLists.SelectMany(static list => list.Attributes))
        {
            if (attribute.IsNamed(KnownAttributes.Run)
                && attribute.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax literal }, ..])
            {
                return literal;
            }
        }

        return null;
    }

    /// <summary>Returns the literal with more text at its end.</summary>
    public static LiteralExpressionSyntax? Append(LiteralExpressionSyntax literal, string text)
        => TextStart(literal) is { } start ? Change(literal, [(start + literal.Token.ValueText.Length, text)]) : null;

    /// <summary>Returns the literal with brackets around a part of its text.</summary>
    public static LiteralExpressionSyntax? Wrap(LiteralExpressionSyntax literal, int from, int to)
        => TextStart(literal) is { } start ? Change(literal, [(start + to, "]"), (start + from, "[")]) : null;

    /// <summary>Returns where the text begins in the token, or null if an escape or a line break changes it.</summary>
    private static int? TextStart(LiteralExpressionSyntax literal)
    {
        var (text, value) = (literal.Token.Text, literal.Token.ValueText);
        var start = text.IndexOf('"');
        while (start >= 0 && start < text.Length && text[start] == '"' && (value.Length == 0 || text.Length - start > value.Length))
        {
            start++;
            if (string.CompareOrdinal(text, start, value, 0, value.Length) == 0 && text.Substring(start + value.Length).Trim('"').Length == 0)
            {
                return start;
            }
        }

        return null;
    }

    private static LiteralExpressionSyntax Change(LiteralExpressionSyntax literal, (int Index, string Text)[] insertions)
    {
        var text = literal.Token.Text;
        foreach (var (index, inserted) in insertions)
        {
            text = text.Insert(index, inserted);
        }

        return ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(text)).WithTriviaFrom(literal);
    }
}
