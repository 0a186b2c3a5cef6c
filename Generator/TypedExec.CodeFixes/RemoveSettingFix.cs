using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Removes a setting that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveSettingFix() : SyntaxCodeFix("Remove the setting", DiagnosticDescriptors.PreferShortNeedsShort, DiagnosticDescriptors.JoinNeedsList, DiagnosticDescriptors.FlagSeparator, DiagnosticDescriptors.UnusableSetting)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
        => node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals: not null, Parent: AttributeArgumentListSyntax list } argument
            ? (list, list.WithArguments(list.Arguments.Remove(argument)))
            : null;
}
