using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>A property that is part of a command line.</summary>
/// <param name="Property">The property of the class or of one of its bases.</param>
/// <param name="Attribute">Its [Option] or [Argument], or that of an option set's interface.</param>
/// <param name="Declaration">The property that has the attribute.</param>
internal readonly record struct FoundMember(IPropertySymbol Property, PropertyAttribute Attribute, IPropertySymbol Declaration);

/// <summary>
/// Collects the options, arguments and groups of a class in order: those of base classes first, starting with the outermost, and
/// each class's option-set interfaces before its own properties.
/// </summary>
internal static class MemberCollector
{
    public static IEnumerable<FoundMember> Collect(INamedTypeSymbol type)
    {
        if (type.BaseType is null or { SpecialType: SpecialType.System_Object } && type.Interfaces.IsEmpty)
        {
            return OwnOf(type);
        }

        var found = new List<FoundMember>();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var current in Chain(type))
        {
            foreach (var contract in current.Interfaces)
            {
                AddSet(found, seen, contract, type);
            }

            if (SymbolEqualityComparer.Default.Equals(current, type) || IsSet(current) || CommandClass.Is(current) || OptionGroupType.Is(current))
            {
                foreach (var own in OwnOf(current))
                {
                    // A property that overrides or hides another one replaces it, and its own attribute counts.
                    if (Final(type, own.Property) is { } final)
                    {
                        found.Add(own with { Property = final });
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Returns the properties of a single class that are part of the command line.</summary>
    public static IEnumerable<FoundMember> OwnOf(INamedTypeSymbol type)
    {
        foreach (var member in Ordered(type))
        {
            if (member is IPropertySymbol { Name.Length: > 0 } property && PropertyAttribute.Parse(property) is { } attribute)
            {
                yield return new FoundMember(property, attribute, property);
            }
        }
    }

    public static bool IsSet(INamedTypeSymbol type) => KnownAttributes.Find(type, KnownAttributes.OptionSet) is not null;

    /// <summary>Returns whether the class's own code can read the property.</summary>
    public static bool IsReadable(FoundMember found, INamedTypeSymbol type)
        => SymbolEqualityComparer.Default.Equals(found.Property.ContainingType, type)
            || (found.Property.DeclaredAccessibility != Accessibility.Private && found.Property.GetMethod?.DeclaredAccessibility != Accessibility.Private);

    /// <summary>Returns the members ordered by their files' paths, because the compiler may get the files in any order.</summary>
    private static IEnumerable<ISymbol> Ordered(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.Length < 2
            ? type.GetMembers()
            : type.GetMembers().OrderBy(
                static member => member.DeclaringSyntaxReferences is [var first, ..] ? first.SyntaxTree.FilePath : "", StringComparer.Ordinal);

    private static List<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            chain.Insert(0, current);
        }

        return chain;
    }

    private static void AddSet(List<FoundMember> found, HashSet<INamedTypeSymbol> seen, INamedTypeSymbol contract, INamedTypeSymbol type)
    {
        if (!seen.Add(contract))
        {
            return;
        }

        foreach (var outer in contract.Interfaces)
        {
            AddSet(found, seen, outer, type);
        }

        if (!IsSet(contract))
        {
            return;
        }

        foreach (var option in OwnOf(contract))
        {
            if (type.FindImplementationForInterfaceMember(option.Property) is IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true } property
                && Final(type, property) is { } final
                && PropertyAttribute.Parse(final) is null
                && final.ContainingType.TypeKind == TypeKind.Class
                // A property that implements those of two interfaces is one option, the first one's.
                && !found.Exists(other => SymbolEqualityComparer.Default.Equals(other.Property, final)))
            {
                found.Add(new FoundMember(final, option.Attribute, option.Property));
            }
        }
    }

    /// <summary>Options and arguments of base classes that something else of their name hides, with what hides them.</summary>
    public static IEnumerable<(FoundMember Member, ISymbol Hider)> HiddenOf(INamedTypeSymbol type)
    {
        if (type.BaseType is null or { SpecialType: SpecialType.System_Object })
        {
            yield break;
        }

        foreach (var current in Chain(type))
        {
            if (!SymbolEqualityComparer.Default.Equals(current, type) && (IsSet(current) || CommandClass.Is(current) || OptionGroupType.Is(current)))
            {
                foreach (var own in OwnOf(current))
                {
                    if (Hider(type, own.Property) is not (null or IPropertySymbol { IsStatic: false }) and var hider)
                    {
                        yield return (own, hider);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Returns the property of that name as the class has it, or null if it has its own attribute, through which it is found
    /// itself, or if another kind of member hides it.
    /// </summary>
    private static IPropertySymbol? Final(INamedTypeSymbol type, IPropertySymbol property) => Hider(type, property) switch
    {
        null => property,
        IPropertySymbol other when PropertyAttribute.Parse(other) is null => other,
        _ => null,
    };

    /// <summary>What a class between the property's and this one has of the same name; null for nothing.</summary>
    private static ISymbol? Hider(INamedTypeSymbol type, IPropertySymbol property)
    {
        for (var current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current, property.ContainingType); current = current.BaseType)
        {
            foreach (var member in current.GetMembers(property.Name))
            {
                if (!UserMembers.IsGenerated(member))
                {
                    return member;
                }
            }
        }

        return null;
    }
}
