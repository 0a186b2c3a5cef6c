using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;
using TypedExec.Generator.Parsing;

namespace TypedExec.CodeFixes;

/// <summary>Adds a hole for a parameter at the end of the template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddHoleFix() : SyntaxCodeFix("Add the parameter to the template", DiagnosticDescriptors.ParameterWithoutHole)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || TemplateLiteral.Find(method) is not { } literal)
        {
            return null;
        }

        var name = parameter.Identifier.ValueText;
        var hole = parameter.Type switch
        {
            PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword } => $"[{name}? --{KebabCase.From(name)}]",
            NullableTypeSyntax => $"[{{{name}}}]",
            _ => $"{{{name}}}",
        };
        return TemplateLiteral.Append(literal, literal.Token.ValueText.Length == 0 ? hole : " " + hole) is { } changed ? (literal, changed) : null;
    }
}
