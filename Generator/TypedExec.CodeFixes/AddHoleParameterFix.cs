using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;
using TypedExec.Generator.Parsing;

namespace TypedExec.CodeFixes;

/// <summary>Adds the parameter that a hole names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddHoleParameterFix() : SyntaxCodeFix("Add the parameter", DiagnosticDescriptors.UnknownHole)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { ParameterList: { } list }
            || !diagnostic.Properties.TryGetValue(RunMethodAnalyzer.Fix, out var name)
            || name is null)
        {
            return null;
        }

        // Required parameters come before optional ones.
        var index = 0;
        while (index < list.Parameters.Count && list.Parameters[index] is { Default: null, Modifiers.Count: 0 } known && !IsToken(known))
        {
            index++;
        }

        var type = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)).WithTrailingTrivia(SyntaxFactory.Space);
        var added = SyntaxFactory.Parameter(SyntaxFactory.Identifier(TypeName.Escape(name))).WithType(type);
        var parameters = list.Parameters.Insert(index, index > 0 ? added.WithLeadingTrivia(SyntaxFactory.Space) : added);
        if (index == 0 && parameters.Count > 1)
        {
            parameters = parameters.Replace(parameters[1], parameters[1].WithLeadingTrivia(SyntaxFactory.Space));
        }

        return (list, list.WithParameters(parameters));
    }

    private static bool IsToken(ParameterSyntax parameter) => parameter.Type is IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" };
}
