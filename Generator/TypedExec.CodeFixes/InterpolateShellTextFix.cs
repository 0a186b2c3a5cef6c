using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Converts a concatenated shell command to an interpolated string, whose holes are quoted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class InterpolateShellTextFix() : SyntaxCodeFix("Use an interpolated string", DiagnosticDescriptors.ShellTextNotConstant)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        var expression = node as ExpressionSyntax ?? (node as ArgumentSyntax)?.Expression;
        if (expression is null || !IsConcatenation(expression, model))
        {
            return null;
        }

        var parts = new List<Part>();
        Add(parts, expression, model);
        RemoveQuotesAroundHoles(parts);
        var text = string.Concat(parts.Select(static part => part.Written));
        return (expression, SyntaxFactory.ParseExpression("$\"" + text + "\"").WithTriviaFrom(expression));
    }

    // A sum of numbers inside it is one value: i + j + " x" begins with the sum.
    private static bool IsConcatenation(ExpressionSyntax expression, SemanticModel model)
        => expression.IsKind(SyntaxKind.AddExpression) && model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    private static void Add(List<Part> parts, ExpressionSyntax expression, SemanticModel model)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax { Expression: var inner } when IsConcatenation(inner, model):
                Add(parts, inner, model);
                break;
            case BinaryExpressionSyntax sum when IsConcatenation(sum, model):
                Add(parts, sum.Left, model);
                Add(parts, sum.Right, model);
                break;
            case LiteralExpressionSyntax { Token.Value: string text }:
                parts.Add(new Part(text, null));
                break;
            case LiteralExpressionSyntax { Token.Value: char character }:
                parts.Add(new Part(character.ToString(), null));
                break;
            default:
                parts.Add(new Part("", Hole(expression)));
                break;
        }
    }

    // A colon would begin the hole's format, and a brace would end it.
    private static string Hole(ExpressionSyntax expression)
    {
        var text = expression.WithoutTrivia().ToString();
        return expression is (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax)
            && (expression is ParenthesizedExpressionSyntax || text.IndexOfAny([':', '{', '}']) < 0)
            ? text
            : $"({text})";
    }

    /// <summary>Removes quotes around holes: a hole is quoted automatically, and both at once would be rejected.</summary>
    private static void RemoveQuotesAroundHoles(List<Part> parts)
    {
        var quotes = new ShellQuotes();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Hole is null)
            {
                quotes.Read(parts[i].Text);
                continue;
            }

            if (!quotes.AreOpen || i == 0 || i + 1 == parts.Count)
            {
                continue;
            }

            var (before, after) = (parts[i - 1].Text, parts[i + 1].Text);
            if (before is [.. , ('\'' or '"') and var quote] && after.Length > 0 && after[0] == quote)
            {
                quotes.Read(quote.ToString());
                parts[i - 1] = new Part(before.Substring(0, before.Length - 1), null);
                parts[i + 1] = new Part(after.Substring(1), null);
            }
        }
    }

    /// <summary>A text, or the code of a hole.</summary>
    private readonly record struct Part(string Text, string? Hole)
    {
        public string Written => Hole is null ? Escape(Text) : "{" + Hole + "}";

        private static string Escape(string text)
        {
            var quoted = SymbolDisplay.FormatLiteral(text, quote: true);
            return new StringBuilder(quoted, 1, quoted.Length - 2, quoted.Length).Replace("{", "{{").Replace("}", "}}").ToString();
        }
    }
}
