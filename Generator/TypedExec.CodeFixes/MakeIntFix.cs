using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Changes the type of a counted option to <c>int</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakeIntFix() : SyntaxCodeFix("Make the property an int", DiagnosticDescriptors.CountNeedsInt)
{
    // A default value of another type wouldn't compile.
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
        => node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Initializer: null } property
            ? (property.Type, SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.IntKeyword)).WithTriviaFrom(property.Type))
            : null;
}
