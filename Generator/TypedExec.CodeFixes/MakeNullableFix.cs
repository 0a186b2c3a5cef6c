using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Changes the type of a negatable flag to <c>bool?</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakeNullableFix() : SyntaxCodeFix("Make the property a bool?", DiagnosticDescriptors.NegationNeedsNullableBool)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
        => node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Type: PredefinedTypeSyntax type }
            && type.Keyword.IsKind(SyntaxKind.BoolKeyword)
            ? (type, SyntaxFactory.NullableType(type.WithoutTrailingTrivia()).WithTrailingTrivia(type.GetTrailingTrivia()))
            : null;
}
