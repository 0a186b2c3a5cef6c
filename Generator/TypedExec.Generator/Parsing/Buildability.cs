using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// Whether an option builder can make the class: from a constructor without parameters, and with every required member
/// among the options and arguments, so that a method of the builder sets it.
/// </summary>
internal static class Buildability
{
    public static bool IsBuildable(INamedTypeSymbol type)
        => HasParameterlessConstructor(type) && MissingRequiredMember(type) is null;

    public static bool HasParameterlessConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A required member that no option or argument stands for.</summary>
    public static ISymbol? MissingRequiredMember(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                var missing = member switch
                {
                    IPropertySymbol { IsRequired: true } property
                        => !DeclaredMembers.IsGenerated(property)
                            && (!SymbolEqualityComparer.Default.Equals(current, type) || !PropertyParser.IsRendered(property)),
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
}
