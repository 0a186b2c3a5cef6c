using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Removes the modifier that prevents a class from being a command.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveModifierFix() : SyntaxCodeFix("Remove the modifier", DiagnosticDescriptors.AbstractCommand, DiagnosticDescriptors.FileLocalCommand)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        var unwanted = diagnostic.Id == DiagnosticDescriptors.AbstractCommand.Id ? SyntaxKind.AbstractKeyword : SyntaxKind.FileKeyword;
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return null;
        }

        var index = type.Modifiers.IndexOf(unwanted);
        if (index < 0)
        {
            return null;
        }

        var trivia = type.Modifiers[index].LeadingTrivia;
        var rest = type.WithModifiers(type.Modifiers.RemoveAt(index));
        // A comment or line break before the modifier belongs to what follows it.
        return (type, index > 0 ? rest : rest.ReplaceToken(First(rest), First(rest).WithLeadingTrivia(trivia)));
    }

    private static SyntaxToken First(TypeDeclarationSyntax type) => type.Modifiers.Count > 0 ? type.Modifiers[0] : type.Keyword;
}
