using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>The runtime's <c>OptionalValue</c> and <c>OptionalValue&lt;T&gt;</c>.</summary>
/// <param name="Value">How the value becomes text.</param>
/// <param name="ValueType">The type of the value, or null for strings.</param>
internal readonly record struct OptionalValueType(ValueModel Value, ITypeSymbol? ValueType)
{
    /// <summary>Returns null if the type isn't one, or its values have no text.</summary>
    public static OptionalValueType? Find(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Name: "OptionalValue", IsValueType: true } named || !KnownAttributes.IsOurs(named))
        {
            return null;
        }

        return named.TypeArguments is not [var argument] ? new OptionalValueType(PropertyType.Flag, null)
            : ValueParser.Parse(argument) is { } value ? new OptionalValueType(value, argument)
            : null;
    }

    public PropertyType ToProperty(MemberShape shape, ITypeSymbol type, MemberTraits traits = MemberTraits.None)
        => new(shape, Value, ValueType ?? type, ItemType: type, Traits: traits | (ValueType is null ? MemberTraits.None : MemberTraits.TypedOptionalValue));
}
