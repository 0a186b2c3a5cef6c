using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// Determines whether an option builder can create the class: it needs a parameterless constructor, and every required member
/// must be an option or argument, so that a method of the builder sets it.
/// </summary>
internal static class Buildability
{
    public static bool IsBuildable(INamedTypeSymbol type)
        => HasParameterlessConstructor(type) && MissingRequiredMember(type) is null;

    public static bool HasParameterlessConstructor(INamedTypeSymbol type)
    {
        // Until one of two is removed, a call is ambiguous.
        var constructors = type.InstanceConstructors.Where(static constructor => constructor.Parameters.IsEmpty).Take(2).ToArray();
        return constructors is [var only] && (!only.IsImplicitlyDeclared || HasCallableConstructor(type.BaseType));
    }

    /// <summary>Whether the base class has a constructor without arguments, which an implicit constructor calls.</summary>
    private static bool HasCallableConstructor(INamedTypeSymbol? type)
        => type is null or { SpecialType: SpecialType.System_Object }
            || type.InstanceConstructors.Any(static constructor
                => constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams)
                    && constructor.DeclaredAccessibility is not Accessibility.Private);

    /// <summary>Returns a required member that isn't an option or argument.</summary>
    public static ISymbol? MissingRequiredMember(INamedTypeSymbol type)
    {
        HashSet<ISymbol>? rendered = null;
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                var missing = member switch
                {
                    IPropertySymbol { IsRequired: true } property
                        => !UserMembers.IsGenerated(property) && !(rendered ??= Rendered(type)).Contains(property),
                    IFieldSymbol { IsRequired: true } => true,
                    _ => false,
                };
                if (missing)
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static HashSet<ISymbol> Rendered(INamedTypeSymbol type)
    {
        var rendered = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var found in MemberCollector.Collect(type))
        {
            if (PropertyParser.Parse(found.Property, found.Attribute) is not null)
            {
                for (var property = found.Property; property is not null; property = property.OverriddenProperty)
                {
                    rendered.Add(property);
                }
            }
        }

        return rendered;
    }
}
