using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Makes a concatenated shell command an interpolated string, whose holes are quoted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class InterpolateShellTextFix() : SyntaxCodeFix("Use an interpolated string", Rules.ShellTextNotConstant)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        var expression = node as ExpressionSyntax ?? (node as ArgumentSyntax)?.Expression;
        var text = new StringBuilder();
        return expression is BinaryExpressionSyntax && TryAppend(text, expression)
            ? (expression, SyntaxFactory.ParseExpression("$\"" + text + "\"").WithTriviaFrom(expression))
            : null;
    }

    private static bool TryAppend(StringBuilder text, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return TryAppend(text, sum.Left) && TryAppend(text, sum.Right);
            case LiteralExpressionSyntax literal when literal.Token.IsKind(SyntaxKind.StringLiteralToken):
                var quoted = SymbolDisplay.FormatLiteral(literal.Token.ValueText, quote: true);
                text.Append(quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}"));
                return true;
            // Quotes and colons would end the hole or start its format.
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                text.Append('{').Append(expression.WithoutTrivia()).Append('}');
                return true;
            default:
                return false;
        }
    }
}
