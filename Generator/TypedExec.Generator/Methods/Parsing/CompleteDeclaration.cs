using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>
/// A method whose names, types, and modifiers a part that implements it can repeat. While it is being typed, the compiler reports
/// what is missing where the user can see it.
/// </summary>
internal static class CompleteDeclaration
{
    public static bool Is(IMethodSymbol method)
        => method.Name.Length > 0
            // The name of a method that implements an interface's, which isn't complete yet, contains a dot.
            && method.Name.IndexOf('.') < 0
            && HasAccessibility(method)
            && HasModifiers(method)
            && Visibility.IsConsistent(method)
            && IsKnown(method.ReturnType)
            && method.Parameters.All(parameter => parameter.Name.Length > 0 && IsKnown(parameter.Type)
                && (!parameter.IsParams || (parameter.Ordinal == method.Parameters.Length - 1 && ParamsType.Is(parameter.Type))))
            && method.Parameters.Select(static parameter => parameter.Name).Distinct().Count() == method.Parameters.Length;

    /// <summary>A partial method that returns something says who sees it.</summary>
    private static bool HasAccessibility(IMethodSymbol method)
        => !method.IsPartialDefinition
            || method.ReturnsVoid
            || method.ContainingType.TypeKind == TypeKind.Interface
            || method.DeclaringSyntaxReferences is not [var part, ..]
            || part.GetSyntax() is not MethodDeclarationSyntax declaration
            || declaration.Modifiers.Any(static modifier => modifier.Kind()
                is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword);

    /// <summary>The implementing part repeats the modifiers, so each must be one that a partial method can have, and go with the others.</summary>
    private static bool HasModifiers(IMethodSymbol method)
    {
        if (!method.IsPartialDefinition || method.DeclaringSyntaxReferences is not [var part, ..] || part.GetSyntax() is not MethodDeclarationSyntax declaration)
        {
            return true;
        }

        var kinds = declaration.Modifiers.Select(static modifier => modifier.Kind()).ToArray();
        return kinds.All(static kind => kind is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword
                or SyntaxKind.StaticKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.SealedKeyword or SyntaxKind.NewKeyword
                or SyntaxKind.UnsafeKeyword or SyntaxKind.PartialKeyword)
            && (Count(SyntaxKind.UnsafeKeyword) == 0 || AllowsUnsafe(method))
            && kinds.Distinct().Count() == kinds.Length
            && kinds[kinds.Length - 1] == SyntaxKind.PartialKeyword
            && Count(SyntaxKind.StaticKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword) < 2
            && Count(SyntaxKind.NewKeyword, SyntaxKind.OverrideKeyword) < 2
            && (Count(SyntaxKind.SealedKeyword) == 0 || Count(SyntaxKind.OverrideKeyword) > 0);

        int Count(params SyntaxKind[] wanted) => kinds.Count(kind => wanted.Contains(kind));
    }

    private static bool AllowsUnsafe(IMethodSymbol method)
        => method.ContainingAssembly is ISourceAssemblySymbol { Compilation.Options: CSharpCompilationOptions { AllowUnsafe: true } };

    private static bool IsKnown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => false,
        IArrayTypeSymbol array => IsKnown(array.ElementType),
        IPointerTypeSymbol pointer => IsKnown(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.All(IsKnown) && (named.ContainingType is not { } outer || IsKnown(outer)),
        _ => true,
    };
}
