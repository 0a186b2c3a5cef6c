using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Gives an argument the next position.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RenumberArgumentFix() : SyntaxCodeFix("Use the next position", DiagnosticDescriptors.PositionOutOfOrder)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
        => node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            && diagnostic.Properties.TryGetValue(PositionOutOfOrderAnalyzer.ExpectedPosition, out var position)
            ? (argument, argument.WithExpression(SyntaxFactory.ParseExpression(position!)))
            : null;
}
