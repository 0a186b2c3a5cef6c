using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// Whether the types that a member names can be seen wherever the member can, and by a name that means nothing else. Where they cannot,
/// the compiler says so at the user's own code, and generated code that names them too would only say it again.
/// </summary>
internal static class Visibility
{
    public static bool IsConsistent(IMethodSymbol method)
        => Covers(method.ContainingType, method.DeclaredAccessibility, method.ReturnType)
            && method.Parameters.All(parameter => Covers(method.ContainingType, method.DeclaredAccessibility, parameter.Type));

    /// <summary>Whether a type can be seen wherever a member can.</summary>
    /// <param name="container">The type that has the member.</param>
    /// <param name="accessibility">The member's own modifier.</param>
    /// <param name="type">What the member names.</param>
    public static bool Covers(INamedTypeSymbol container, Accessibility accessibility, ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Covers(container, accessibility, array.ElementType),
        INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_Nullable_T or > SpecialType.System_Array } named
            => CoversNamed(container, accessibility, named) && named.TypeArguments.All(argument => Covers(container, accessibility, argument)),
        _ => true,
    };

    private static bool CoversNamed(INamedTypeSymbol container, Accessibility accessibility, INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || !IsUnambiguous(current) || (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable) && !IsWithin(container, accessibility, current)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnambiguous(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            foreach (var member in outer.GetMembers(type.Name))
            {
                if (member is not INamedTypeSymbol)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether the member, or one of the types around it, is seen only where the type is.</summary>
    private static bool IsWithin(INamedTypeSymbol container, Accessibility accessibility, INamedTypeSymbol type)
    {
        var (place, modifier) = (container, accessibility);
        while (place is not null)
        {
            if (IsWithin(modifier, place, type))
            {
                return true;
            }

            (modifier, place) = (place.DeclaredAccessibility, place.ContainingType);
        }

        return modifier == Accessibility.Internal && type.DeclaredAccessibility is (Accessibility.Internal or Accessibility.ProtectedOrInternal);
    }

    private static bool IsWithin(Accessibility modifier, INamedTypeSymbol place, INamedTypeSymbol type) => (modifier, type.DeclaredAccessibility) switch
    {
        (Accessibility.Private, Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal) => IsInside(place, type),
        (Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal, Accessibility.Internal or Accessibility.ProtectedOrInternal) => true,
        (Accessibility.ProtectedAndInternal, Accessibility.ProtectedAndInternal)
            or (Accessibility.Protected or Accessibility.ProtectedAndInternal, Accessibility.Protected or Accessibility.ProtectedOrInternal)
            or (Accessibility.ProtectedOrInternal, Accessibility.ProtectedOrInternal) => Derives(place, type.ContainingType),
        _ => false,
    };

    /// <summary>Whether the code of a place is part of the type that has this one or, where it is a protected one, of a derived type.</summary>
    private static bool IsInside(INamedTypeSymbol place, INamedTypeSymbol type)
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
