using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>
/// Whether the types in a method's signature can be seen wherever the method can. Where they cannot, the compiler says so at the
/// user's own part of it, and a generated part would only say it again.
/// </summary>
internal static class Visibility
{
    public static bool IsConsistent(IMethodSymbol method)
        => CoversType(method, method.ReturnType) && method.Parameters.All(parameter => CoversType(method, parameter.Type));

    private static bool CoversType(ISymbol member, ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => CoversType(member, array.ElementType),
        INamedTypeSymbol named => Covers(member, named) && named.TypeArguments.All(argument => CoversType(member, argument)),
        _ => true,
    };

    private static bool Covers(ISymbol member, INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || (current.DeclaredAccessibility != Accessibility.Public && !Chain(member).Any(part => IsWithin(part, current))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The member and the types around it: it can be seen where all of them can.</summary>
    private static IEnumerable<ISymbol> Chain(ISymbol member)
    {
        for (var current = member; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            yield return current;
        }
    }

    /// <summary>Whether all places that can see the one by its own modifier can see the other by its own.</summary>
    private static bool IsWithin(ISymbol part, INamedTypeSymbol type) => (part.DeclaredAccessibility, type.DeclaredAccessibility) switch
    {
        (Accessibility.Private, Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal) => IsInside(part.ContainingType, type),
        (Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal, Accessibility.Internal or Accessibility.ProtectedOrInternal) => true,
        (Accessibility.ProtectedAndInternal, Accessibility.ProtectedAndInternal) => Derives(part.ContainingType, type.ContainingType),
        (Accessibility.Protected or Accessibility.ProtectedAndInternal, Accessibility.Protected or Accessibility.ProtectedOrInternal)
            => Derives(part.ContainingType, type.ContainingType),
        (Accessibility.ProtectedOrInternal, Accessibility.ProtectedOrInternal) => Derives(part.ContainingType, type.ContainingType),
        _ => false,
    };

    /// <summary>Whether the code of a type is part of, or for a protected type derives from, the one that has the type.</summary>
    private static bool IsInside(INamedTypeSymbol? place, INamedTypeSymbol type)
    {
        for (var current = place; current is not null; current = current.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type.ContainingType)
                || (type.DeclaredAccessibility != Accessibility.Private && Derives(current, type.ContainingType)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Derives(INamedTypeSymbol? type, INamedTypeSymbol? from)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, from))
            {
                return true;
            }
        }

        return false;
    }
}
