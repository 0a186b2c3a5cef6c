using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Leaves a [Run] method's body to the generator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveBodyFix() : SyntaxCodeFix("Leave the body to the generator", DiagnosticDescriptors.RunNotPartial)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        // A part that implements another one is a second mistake, which only its author can settle.
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } method
            || (method.Modifiers.Any(SyntaxKind.PartialKeyword) && !HasBody(method)))
        {
            return null;
        }

        var isInterface = type.IsKind(SyntaxKind.InterfaceDeclaration);
        var modifiers = method.Modifiers.Where(modifier => !IsUnwanted(modifier, isInterface)).ToList();
        var first = method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken();
        if (!isInterface && method.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } && !modifiers.Any(IsAccessibility))
        {
            // A partial method that returns something says who sees it.
            modifiers.Insert(0, SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        if (!isInterface && !modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword)))
        {
            modifiers.Add(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        // What stands before the method belongs to whatever is its first word now.
        var returnType = method.ReturnType.WithoutLeadingTrivia();
        if (modifiers.Count > 0)
        {
            modifiers = [modifiers[0].WithLeadingTrivia(first.LeadingTrivia), .. modifiers.Skip(1).Select(static modifier => modifier.WithLeadingTrivia())];
        }
        else
        {
            returnType = returnType.WithLeadingTrivia(first.LeadingTrivia);
        }

        var end = method.GetLastToken().TrailingTrivia;
        var declaration = method
            .WithModifiers(SyntaxFactory.TokenList(modifiers))
            .WithReturnType(returnType)
            .WithBody(null)
            .WithExpressionBody(null);
        var last = declaration.GetLastToken();
        declaration = declaration.ReplaceToken(last, last.WithTrailingTrivia());
        return (method, declaration.WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(end)));
    }

    private static bool HasBody(MethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    private static bool IsAccessibility(SyntaxToken modifier) => modifier.Kind()
        is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    private static bool IsUnwanted(SyntaxToken modifier, bool isInterface) => modifier.Kind() switch
    {
        SyntaxKind.AsyncKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.ExternKeyword => true,
        SyntaxKind.StaticKeyword or SyntaxKind.PartialKeyword or SyntaxKind.SealedKeyword or SyntaxKind.VirtualKeyword => isInterface,
        _ => false,
    };
}
