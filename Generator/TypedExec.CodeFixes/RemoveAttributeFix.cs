using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Removes an attribute that stands where nothing reads it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveAttributeFix() : SyntaxCodeFix("Remove the attribute", Rules.OutsideCommand)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute
            || list.Parent is not PropertyDeclarationSyntax property)
        {
            return null;
        }

        return list.Attributes.Count > 1
            ? (list, list.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!)
            : (property, property.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia)!
                .WithLeadingTrivia(property.GetLeadingTrivia()));
    }
}
