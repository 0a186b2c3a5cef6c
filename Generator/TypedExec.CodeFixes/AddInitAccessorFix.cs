using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Adds an init accessor, so that a builder and an initializer can set an option.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddInitAccessorFix() : SyntaxCodeFix("Add an init accessor", DiagnosticDescriptors.PropertyNotSettable)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { AccessorList: { Accessors: [var get] } accessors } property
            || !get.IsKind(SyntaxKind.GetAccessorDeclaration)
            || get.Body is not null
            || get.ExpressionBody is not null
            || property.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            return null;
        }

        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(get.GetTrailingTrivia());
        return (accessors, accessors.AddAccessors(init));
    }
}
