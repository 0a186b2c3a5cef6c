using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>What a property's type can hold, and how that becomes arguments.</summary>
/// <param name="Shape">A flag, one value, a list.</param>
/// <param name="Value">How a value, or a list's item, becomes text.</param>
/// <param name="ValueType">Its type.</param>
/// <param name="Key">How the key of a list of pairs becomes text.</param>
/// <param name="KeyType">Its type.</param>
/// <param name="ItemType">The type of a list's item; of a list of pairs the pair.</param>
/// <param name="HasTuples">Whether the pairs are tuples.</param>
internal readonly record struct PropertyType(
    PropertyShape Shape,
    ValueModel Value,
    ITypeSymbol ValueType,
    ValueModel? Key = null,
    ITypeSymbol? KeyType = null,
    ITypeSymbol? ItemType = null,
    bool HasTuples = false)
{
    /// <summary>A flag has no value; its name says it all.</summary>
    public static readonly ValueModel Flag = new(ValueKind.String, ValueNullability.Never);

    public bool IsList => Shape is PropertyShape.List or PropertyShape.ImmutableArray or PropertyShape.OptionalList or PropertyShape.Groups;

    /// <summary>Whether it may be how often an option is given.</summary>
    public bool CanCount
        => Shape == PropertyShape.Value && ValueType.SpecialType == SpecialType.System_Int32 && Value.Nullable == ValueNullability.Never;

    /// <summary>Null when the type is not one that can be rendered.</summary>
    public static PropertyType? Of(ITypeSymbol type, bool isOption)
    {
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return isOption ? new PropertyType(PropertyShape.Flag, Flag, type) : null;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean)
        {
            return isOption ? new PropertyType(PropertyShape.NegatableFlag, Flag, type) : null;
        }

        if (isOption && IsOptionalValue(type))
        {
            return new PropertyType(PropertyShape.OptionalValue, Flag, type);
        }

        return ValueParser.Parse(type) is { } value ? new PropertyType(PropertyShape.Value, value, type) : OfList(type, isOption);
    }

    private static PropertyType? OfList(ITypeSymbol type, bool isOption)
    {
        if (ItemOf(type) is not { } item)
        {
            return null;
        }

        var shape = type is INamedTypeSymbol { Name: "ImmutableArray", IsValueType: true }
            ? PropertyShape.ImmutableArray
            : PropertyShape.List;
        if (ValueParser.Parse(item) is { } value)
        {
            return new PropertyType(shape, value, item, ItemType: item);
        }

        if (isOption && IsOptionalValue(item))
        {
            return new PropertyType(PropertyShape.OptionalList, Flag, item, ItemType: item);
        }

        if (isOption && IsListOfTexts(item))
        {
            return new PropertyType(PropertyShape.Groups, Flag, item, ItemType: item);
        }

        if (item is INamedTypeSymbol { TypeArguments: [var keyType, var valueType] } pair
            && (pair.IsTupleType || IsKeyValuePair(pair))
            && ValueParser.Parse(keyType) is { } key
            && ValueParser.Parse(valueType) is { } pairValue)
        {
            return new PropertyType(shape, pairValue, valueType, key, keyType, item, pair.IsTupleType);
        }

        return null;
    }

    private static bool IsOptionalValue(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "OptionalValue", IsValueType: true } named && KnownAttributes.IsOurs(named);

    /// <summary>An <c>IReadOnlyList&lt;string&gt;</c>: the only list that a list of lists is made of.</summary>
    private static bool IsListOfTexts(ITypeSymbol type)
        => type is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T,
                TypeArguments: [{ SpecialType: SpecialType.System_String }],
            };

    private static bool IsKeyValuePair(INamedTypeSymbol type)
        => type is { Name: "KeyValuePair", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    /// <summary>The item of a type that is an <c>IEnumerable&lt;T&gt;</c> in one way only.</summary>
    private static ITypeSymbol? ItemOf(ITypeSymbol type)
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
}
