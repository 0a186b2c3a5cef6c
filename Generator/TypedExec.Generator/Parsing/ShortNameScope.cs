using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// Whether the short names of <see cref="ShortNames"/> have their meaning in the generated file of a type. Using directives in a
/// namespace take precedence over those of the project and over outer namespaces, so that only the members of the namespace itself
/// and of the types around the generated code can hide them.
/// </summary>
internal static class ShortNameScope
{
    private static readonly ConditionalWeakTable<INamespaceSymbol, StrongBox<bool>> Namespaces = new();

    /// <param name="type">The type to generate for.</param>
    /// <param name="compilation">The compilation of its project.</param>
    public static bool Covers(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.ContainingNamespace is not { IsGlobalNamespace: false } @namespace
            || Namespaces.GetValue(@namespace, _ => new(IsHiddenIn(@namespace, compilation))).Value)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (Bases(current).Any(IsHiddenIn))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns whether a parameter of a method hides one in the method.</summary>
    public static bool IsHiddenIn(IMethodSymbol method) => method.Parameters.Any(static parameter => ShortNames.Contains(parameter.Name));

    /// <summary>Returns the types whose members are in scope within a type.</summary>
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            yield return current;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                yield return contract;
            }
        }
    }

    private static bool IsHiddenIn(INamespaceSymbol @namespace, Compilation compilation)
        => (compilation.GetCompilationNamespace(@namespace) ?? @namespace).GetMembers().Any(static member => ShortNames.Contains(member.Name));

    private static bool IsHiddenIn(INamedTypeSymbol type)
        => type.MemberNames.Any(ShortNames.Contains)
            || type.GetTypeMembers().Any(static nested => ShortNames.Contains(nested.Name))
            || type.DeclaringSyntaxReferences.Any(static reference => HasParameter(reference.GetSyntax()));

    /// <summary>Returns whether a primary constructor, whose parameters are in scope in all parts of its type, has one with such a name.</summary>
    private static bool HasParameter(SyntaxNode declaration)
        => declaration is TypeDeclarationSyntax { ParameterList.Parameters: var parameters }
            && parameters.Any(static parameter => ShortNames.Contains(parameter.Identifier.ValueText));
}
