using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Types that are lists.</summary>
internal static class ListType
{
    /// <summary>Returns the item of a type that is an <c>IEnumerable&lt;T&gt;</c> in only one way.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return array.IsSZArray ? array.ElementType : null;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } named:
                return named.TypeArguments[0];
            case INamedTypeSymbol { OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }:
                break;
            default:
                return null;
        }

        ITypeSymbol? item = null;
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                if (item is not null)
                {
                    return null;
                }

                item = contract.TypeArguments[0];
            }
        }

        return item;
    }

    public static MemberTraits TraitsOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Name: "ImmutableArray", IsValueType: true } => MemberTraits.ImmutableArray,
        INamedTypeSymbol { Name: "OneOrMany", IsValueType: true } named when KnownAttributes.IsOurs(named) => MemberTraits.OneOrMany | MemberTraits.Counted,
        { Name: "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection" or "List" or "IReadOnlyDictionary" or "IDictionary" or "Dictionary" }
            when IsGenericCollection(type) => MemberTraits.Counted,
        _ => MemberTraits.None,
    };

    /// <summary>Returns whether the type is declared in <c>System.Collections.Generic</c>.</summary>
    public static bool IsGenericCollection(ITypeSymbol type)
        => type.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>
    /// Returns whether it is an <c>IReadOnlyList&lt;string&gt;</c>, the only list that can be in a list of lists.
    /// </summary>
    public static bool IsListOfTexts(ITypeSymbol type)
        => type is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T,
                TypeArguments: [{ SpecialType: SpecialType.System_String }],
            };

    public static bool IsKeyValuePair(INamedTypeSymbol type) => type.Name == "KeyValuePair" && IsGenericCollection(type);
}
