using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;
using TypedExec.Generator.Parsing;

namespace TypedExec.CodeFixes;

/// <summary>Adds Fork to a command with [Messages].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddForkFix() : SyntaxCodeFix("Add Fork = true to [Command]", DiagnosticDescriptors.MessagesNeedFork)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return null;
        }

        var arguments = type.AttributeLists
            .SelectMany(static list => list.Attributes)
            .FirstOrDefault(static attribute => attribute.IsNamed(KnownAttributes.Command))
            ?.ArgumentList;
        if (arguments is not { Arguments.Count: > 0 })
        {
            return null;
        }

        var fork = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("Fork").WithTrailingTrivia(SyntaxFactory.Space))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            null,
            SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
        var others = arguments.Arguments.Where(static argument => argument.NameEquals?.Name.Identifier.ValueText != "Fork").ToArray();
        return (arguments, arguments.WithArguments(SyntaxFactory.SeparatedList(
            [.. others, fork],
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), others.Length))));
    }
}
