using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>The properties that are options and arguments.</summary>
internal static class PropertyParser
{
    public static CommandProperties Parse(INamedTypeSymbol type)
    {
        var properties = new CommandPropertiesBuilder();
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property
                && PropertyAttribute.Of(property) is { } attribute
                && Parse(property, attribute) is { } shape)
            {
                properties.Add(Model(property, attribute, shape), attribute, shape);
            }
        }

        return properties.Build();
    }

    /// <summary>What the property holds; null when it cannot be rendered.</summary>
    public static PropertyType? Parse(IPropertySymbol property, PropertyAttribute attribute)
        => IsUsable(property) ? PropertyType.Of(property.Type, attribute.IsOption) : null;

    public static PropertyModel Model(IPropertySymbol property, PropertyAttribute attribute, PropertyType type)
        => Model(
            property.Name,
            property.IsRequired,
            attribute,
            type,
            SettingParser.Create(
                property.Name,
                property.DeclaredAccessibility,
                property.SetMethod is { IsInitOnly: true },
                property.Type,
                type,
                TypeName.ReferenceTo(property.Type)));

    /// <summary>Whether the property is an option or argument that the generated code renders.</summary>
    public static bool IsRendered(IPropertySymbol property)
        => PropertyAttribute.Of(property) is { } attribute && Parse(property, attribute) is not null;

    /// <summary>Whether generated code can read the property of an instance and set it.</summary>
    public static bool IsUsable(IPropertySymbol property)
        => property is
        {
            IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: not null,
            ExplicitInterfaceImplementations.IsEmpty: true, ReturnsByRef: false, ReturnsByRefReadonly: false,
        };

    /// <summary>The type's shape, or the one that the attribute makes of it.</summary>
    private static PropertyShape Shape(PropertyAttribute attribute, PropertyType type)
        => attribute.Rules is { IsCount: true } && type.CanCount ? PropertyShape.Count : type.Shape;

    public static PropertyModel Model(
        string name, bool isRequired, PropertyAttribute attribute, PropertyType type, SettingModel setting)
    {
        var traits = attribute.Traits;
        if (isRequired)
        {
            traits |= PropertyTraits.Required;
        }

        if (TypeName.IsKeyword(name))
        {
            traits |= PropertyTraits.Keyword;
        }

        if (type.HasTuples)
        {
            traits |= PropertyTraits.TuplePairs;
        }

        return new PropertyModel(
            name,
            attribute.Spelling,
            type.Shape == PropertyShape.NegatableFlag ? attribute.Negation : null,
            attribute.Separator,
            attribute.Join,
            attribute.After,
            traits,
            Shape(attribute, type),
            type.Value,
            type.Key,
            setting,
            attribute.Short is null ? null : attribute.PreferShort ? attribute.Name : attribute.Short,
            attribute.Rules);
    }
}
