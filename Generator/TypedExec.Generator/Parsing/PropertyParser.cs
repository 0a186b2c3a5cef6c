using Microsoft.CodeAnalysis;
using TypedExec.Generator.Model;

namespace TypedExec.Generator.Parsing;

/// <summary>The properties that are options and arguments.</summary>
internal static class PropertyParser
{
    public static CommandProperties Parse(INamedTypeSymbol type)
    {
        List<PropertyModel>? options = null;
        List<(int Position, PropertyModel Model)>? arguments = null;
        List<EnumModel>? enums = null;
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol property
                || PropertyAttribute.Of(property) is not { } attribute
                || !IsUsable(property)
                || PropertyType.Of(property.Type, attribute.IsOption) is not { } shape)
            {
                continue;
            }

            if (attribute.IsOption)
            {
                (options ??= []).Add(Model(property, attribute, shape));
            }
            else
            {
                (arguments ??= []).Add((attribute.Position, Model(property, attribute, shape)));
            }

            EnumParser.Add(ref enums, shape.KeyType);
            EnumParser.Add(ref enums, shape.ValueType);
        }

        return new CommandProperties(
            EquatableArray<PropertyModel>.From(options), InOrder(arguments), EquatableArray<EnumModel>.From(enums));
    }

    /// <summary>Whether the property is an option or argument that the generated code renders.</summary>
    public static bool IsRendered(IPropertySymbol property)
        => PropertyAttribute.Of(property) is { } attribute
            && IsUsable(property)
            && PropertyType.Of(property.Type, attribute.IsOption) is not null;

    /// <summary>Whether generated code can read the property of an instance and set it.</summary>
    public static bool IsUsable(IPropertySymbol property)
        => property is
        {
            IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: not null,
            ExplicitInterfaceImplementations.IsEmpty: true, ReturnsByRef: false, ReturnsByRefReadonly: false,
        };

    private static PropertyModel Model(IPropertySymbol property, PropertyAttribute attribute, PropertyType type)
    {
        var traits = attribute.Traits;
        if (property.IsRequired)
        {
            traits |= PropertyTraits.Required;
        }

        if (TypeName.Escape(property.Name).Length > property.Name.Length)
        {
            traits |= PropertyTraits.Keyword;
        }

        if (type.HasTuples)
        {
            traits |= PropertyTraits.TuplePairs;
        }

        return new PropertyModel(
            property.Name,
            attribute.Spelling,
            type.Shape == PropertyShape.NegatableFlag ? attribute.Negation : null,
            attribute.Separator,
            attribute.Join,
            attribute.After,
            traits,
            type.Shape,
            type.Value,
            type.Key,
            SettingParser.Parse(property, type));
    }

    // Positions may be wrong in any way; an analyzer says so. Equal ones keep their declaration order.
    private static EquatableArray<PropertyModel> InOrder(List<(int Position, PropertyModel Model)>? arguments)
        => arguments is null
            ? default
            : new([.. arguments.OrderBy(static argument => argument.Position).Select(static argument => argument.Model)]);
}

/// <summary>The options and arguments of a class, and the enums they render.</summary>
internal readonly record struct CommandProperties(
    EquatableArray<PropertyModel> Options, EquatableArray<PropertyModel> Arguments, EquatableArray<EnumModel> Enums)
{
    public static CommandProperties None => default;
}
