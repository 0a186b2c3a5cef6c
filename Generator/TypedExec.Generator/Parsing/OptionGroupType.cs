using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Classes with [OptionGroup], and the <c>AnyOf</c> of several of them.</summary>
internal static class OptionGroupType
{
    public static bool Is(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named
            && (named is { Name: "AnyOf", IsGenericType: true }
                ? KnownAttributes.IsOurs(named) && named.TypeArguments.All(Is)
                : KnownAttributes.Find(named, KnownAttributes.OptionGroup) is not null);

    /// <summary>Whether a class of this project with [OptionGroup] has no mistake that leaves it without its members; so has any of another's.</summary>
    public static bool IsGenerated(ITypeSymbol type)
        => type is INamedTypeSymbol named
            && (named.Name == "AnyOf" && named.IsGenericType
                ? named.TypeArguments.All(IsGenerated)
                : named.DeclaringSyntaxReferences.IsEmpty || (!named.IsStatic && !CommandClass.Is(named) && CommandClass.IsSound(named)));
}
