using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Puts the word of a nullable parameter into a group, which is omitted for null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WrapInGroupFix() : SyntaxCodeFix("Omit the word when the parameter is null", DiagnosticDescriptors.NullableHole)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || TemplateLiteral.Find(method) is not { } literal
            || !diagnostic.Properties.TryGetValue(RunMethodAnalyzer.Fix, out var word)
            || word?.Split('-') is not [var start, var end])
        {
            return null;
        }

        return TemplateLiteral.Wrap(literal, int.Parse(start), int.Parse(end)) is { } changed ? (literal, changed) : null;
    }
}
