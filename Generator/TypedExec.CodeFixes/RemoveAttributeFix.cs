using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;
using TypedExec.Generator.Parsing;

namespace TypedExec.CodeFixes;

/// <summary>Removes an attribute that has no effect there, or that conflicts with another one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveAttributeFix() : SyntaxCodeFix(
    "Remove the attribute", DiagnosticDescriptors.OutsideCommand, DiagnosticDescriptors.OptionAndArgument, DiagnosticDescriptors.CommandAndSubcommand)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (Find(node, diagnostic.Id) is not { Parent: AttributeListSyntax { Parent: MemberDeclarationSyntax member } list } attribute)
        {
            return null;
        }

        return list.Attributes.Count > 1
            ? (list, list.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!)
            : (member, member.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia)!.WithLeadingTrivia(member.GetLeadingTrivia()));
    }

    private static AttributeSyntax? Find(SyntaxNode node, string id)
    {
        if (id == DiagnosticDescriptors.OptionAndArgument.Id)
        {
            // A property that has both began as the first.
            return node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property
                ? Attributes(property).LastOrDefault(static attribute => attribute.IsNamed(KnownAttributes.Option) || attribute.IsNamed(KnownAttributes.Argument))
                : null;
        }

        var found = node.FirstAncestorOrSelf<AttributeSyntax>();
        if (id != DiagnosticDescriptors.CommandAndSubcommand.Id || found?.Parent?.Parent is not TypeDeclarationSyntax type)
        {
            return found;
        }

        // Inside a command it is a part of it; elsewhere it can't be a subcommand.
        var isInside = type.Parent is TypeDeclarationSyntax outer
            && Attributes(outer).Any(static attribute => attribute.IsNamed(KnownAttributes.Command) || attribute.IsNamed(KnownAttributes.Subcommand));
        return isInside ? Attributes(type).FirstOrDefault(static attribute => attribute.IsNamed(KnownAttributes.Command)) : found;
    }

    private static IEnumerable<AttributeSyntax> Attributes(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(static list => list.Attributes);
}
