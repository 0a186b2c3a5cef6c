using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Makes a class partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddPartialFix() : SyntaxCodeFix("Make the type partial", DiagnosticDescriptors.CommandNotPartial, DiagnosticDescriptors.ContainingTypeNotPartial)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return null;
        }

        // "partial" comes last. If there are no modifiers, it takes over the trivia of the keyword.
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword);
        return type.Modifiers.Count > 0
            ? (type, type.AddModifiers(partial.WithTrailingTrivia(SyntaxFactory.Space)))
            : (type, type
                .WithKeyword(type.Keyword.WithLeadingTrivia())
                .AddModifiers(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
