using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>What a property's type can hold, and how that becomes arguments.</summary>
/// <param name="Shape">A flag, one value, a list.</param>
/// <param name="Value">How a value, or a list's item, becomes text.</param>
/// <param name="ValueType">Its type.</param>
/// <param name="Key">How the key of a list of pairs becomes text.</param>
/// <param name="KeyType">Its type.</param>
/// <param name="ItemType">The type of a list's item; for a list of pairs, the pair.</param>
/// <param name="Traits">The kind of list or pair.</param>
internal readonly record struct PropertyType(
    MemberShape Shape,
    ValueModel Value,
    ITypeSymbol ValueType,
    ValueModel? Key = null,
    ITypeSymbol? KeyType = null,
    ITypeSymbol? ItemType = null,
    MemberTraits Traits = MemberTraits.None)
{
    /// <summary>The value of a flag, which has none, or of a string.</summary>
    public static readonly ValueModel Flag = new(ValueKind.String, ValueNullability.Never);

    private static readonly ValueModel Truth = new(ValueKind.Boolean, ValueNullability.Never);
    private static readonly ValueModel MaybeTruth = new(ValueKind.Boolean, ValueNullability.NullableValue);

    public bool IsList => Shape is MemberShape.List or MemberShape.OptionalList or MemberShape.Groups or MemberShape.OptionGroupList;

    /// <summary>Gets whether it can be the number of times that an option is repeated.</summary>
    public bool CanCount
        => Shape == MemberShape.Value && ValueType.SpecialType == SpecialType.System_Int32 && Value is { Kind: ValueKind.Formattable, Nullable: ValueNullability.Never };

    /// <summary>Returns null if the property can't be rendered.</summary>
    public static PropertyType? From(ITypeSymbol type, PropertyAttribute attribute)
        => attribute.Converter is { } converter ? Converted(type, converter)
            : attribute is { IsOption: true, Details.HasTruthValues: true } && IsBoolean(type, out var isNullable)
                ? new PropertyType(MemberShape.Value, isNullable ? MaybeTruth : Truth, type)
            : Parse(type, attribute.IsOption);

    /// <summary>Returns null if the type alone can't be rendered.</summary>
    public static PropertyType? Parse(ITypeSymbol type, bool isOption)
    {
        if (IsBoolean(type, out var isNullable))
        {
            return isOption ? new PropertyType(isNullable ? MemberShape.NegatableFlag : MemberShape.Flag, Flag, type) : null;
        }

        if (isOption && OptionalValueType.Find(type) is { } optional)
        {
            return optional.ToProperty(MemberShape.OptionalValue, type);
        }

        if (!isOption && CarriedCommand.Is(type))
        {
            return new PropertyType(MemberShape.Command, Flag, type);
        }

        if (OptionGroupType.Is(type))
        {
            return new PropertyType(MemberShape.OptionGroup, Flag, type);
        }

        return ValueParser.Parse(type) is { } value ? new PropertyType(MemberShape.Value, value, type) : OfList(type, isOption);
    }

    public static bool IsBoolean(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        return (isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type).SpecialType == SpecialType.System_Boolean;
    }

    private static PropertyType? OfList(ITypeSymbol type, bool isOption)
    {
        // To a program, bytes are a text or a file, and never one option each.
        if (ListType.ItemOf(type) is not { SpecialType: not SpecialType.System_Byte } item)
        {
            return null;
        }

        var traits = ListType.TraitsOf(type);
        if (ValueParser.Parse(item) is { } value)
        {
            return new PropertyType(MemberShape.List, value, item, ItemType: item, Traits: traits);
        }

        if (isOption && OptionalValueType.Find(item) is { } optional)
        {
            return optional.ToProperty(MemberShape.OptionalList, item, traits);
        }

        if (isOption && ListType.IsListOfTexts(item))
        {
            return new PropertyType(MemberShape.Groups, Flag, item, ItemType: item, Traits: traits);
        }

        if (OptionGroupType.Is(item))
        {
            return new PropertyType(MemberShape.OptionGroupList, Flag, item, ItemType: item, Traits: traits);
        }

        if (item is INamedTypeSymbol { TypeArguments: [var keyType, var valueType] } pair
            && (pair.IsTupleType || ListType.IsKeyValuePair(pair))
            && ValueParser.Parse(keyType) is { } key
            && ValueParser.Parse(valueType) is { } pairValue)
        {
            return new PropertyType(
                MemberShape.List, pairValue, valueType, key, keyType, item, traits | (pair.IsTupleType ? MemberTraits.TuplePairs : MemberTraits.None));
        }

        return null;
    }

    private static PropertyType? Converted(ITypeSymbol type, INamedTypeSymbol converter)
    {
        if (ConverterMethod.Converts(converter, type))
        {
            return new PropertyType(MemberShape.Value, ConverterMethod.ValueOf(type), type);
        }

        return ListType.ItemOf(type) is { } item && ConverterMethod.Converts(converter, item)
            ? new PropertyType(MemberShape.List, ConverterMethod.ValueOf(item), item, ItemType: item, Traits: ListType.TraitsOf(type))
            : null;
    }
}
