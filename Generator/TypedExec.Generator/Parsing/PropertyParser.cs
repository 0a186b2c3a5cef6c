using Microsoft.CodeAnalysis;
using TypedExec.Generator.Model;

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
                && IsUsable(property)
                && PropertyType.Of(property.Type, attribute.IsOption) is { } shape)
            {
                var setting = SettingParser.Create(
                    property.Name,
                    property.DeclaredAccessibility,
                    property.SetMethod is { IsInitOnly: true },
                    property.Type,
                    shape,
                    TypeName.ReferenceTo(property.Type));
                properties.Add(Model(property.Name, property.IsRequired, attribute, shape, setting), attribute, shape);
            }
        }

        return properties.Build();
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
            type.Shape,
            type.Value,
            type.Key,
            setting);
    }
}
