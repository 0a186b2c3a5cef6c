using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.CodeFixes.Completion;

/// <summary>A string literal in an attribute's argument, where a person is typing.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Setting">The setting that has the text; null for an argument of the constructor.</param>
/// <param name="Before">What the literal has before the caret, as it is written.</param>
/// <param name="After">What it has after the caret.</param>
internal readonly record struct AttributeText(AttributeSyntax Attribute, string? Setting, string Before, string After)
{
    /// <summary>Null when the caret is in no such literal.</summary>
    public static AttributeText? At(SyntaxNode root, int position)
    {
        if (position == 0
            || root.FindToken(position - 1) is not { Parent: LiteralExpressionSyntax literal } token
            || !literal.IsKind(SyntaxKind.StringLiteralExpression)
            || literal.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent.Parent: AttributeSyntax attribute } argument)
        {
            return null;
        }

        var text = token.Text;
        var opening = text.IndexOf('"');
        var quotes = text.Skip(opening).TakeWhile(static character => character == '"').Count();
        // "" is an empty literal; a raw one begins with three quotes or more.
        var start = opening + (quotes < 3 ? 1 : quotes);
        var closing = text.Length - (quotes < 3 ? 1 : quotes);
        var end = closing >= start && text.EndsWith("\"", StringComparison.Ordinal) ? closing : text.Length;
        var caret = position - token.SpanStart;
        return caret >= start && caret <= end
            ? new AttributeText(attribute, argument.NameEquals?.Name.Identifier.ValueText, text.Substring(start, caret - start), text.Substring(caret, end - caret))
            : null;
    }
}
