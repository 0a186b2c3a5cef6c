using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Parses the properties that are options, arguments and groups.</summary>
internal static class PropertyParser
{
    public static CommandProperties Parse(INamedTypeSymbol type)
    {
        var properties = new CommandPropertiesBuilder();
        foreach (var found in MemberCollector.Collect(type))
        {
            if (Parse(found.Property, found.Attribute) is { } shape && MemberCollector.IsReadable(found, type))
            {
                properties.Add(Model(found, type, shape), found.Attribute, shape);
            }
        }

        return properties.Build();
    }

    /// <summary>Returns the kind of value that the property holds, or null if it can't be rendered.</summary>
    public static PropertyType? Parse(IPropertySymbol property, PropertyAttribute attribute)
        => IsUsable(property) && PropertyType.From(property.Type, attribute) is { } shape && IsRenderable(property, shape) ? shape : null;

    /// <summary>Whether generated code can name the property and what it holds; where it cannot, the compiler or an analyzer says why.</summary>
    private static bool IsRenderable(IPropertySymbol property, PropertyType shape)
        => (shape.Shape is not (MemberShape.OptionGroup or MemberShape.OptionGroupList) || OptionGroupType.IsGenerated(shape.ValueType))
            && Visibility.Covers(property.ContainingType, property.DeclaredAccessibility, property.Type)
            && IsAlone(property);

    /// <summary>Whether the class has nothing else of that name, which the name could mean as well.</summary>
    private static bool IsAlone(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers(property.Name))
        {
            if (!SymbolEqualityComparer.Default.Equals(member, property)
                && !UserMembers.IsGenerated(member)
                && member is not IPropertySymbol { PartialDefinitionPart: not null })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns a property as a member of the class, which inherits it unless it declares it.</summary>
    public static CommandMember Model(FoundMember found, INamedTypeSymbol type, PropertyType shape)
    {
        var property = found.Property;
        var isInherited = !SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
        var accessibility = property.SetMethod is { } setter && isInherited && setter.DeclaredAccessibility < property.DeclaredAccessibility
            ? Accessibility.Private
            : property.DeclaredAccessibility;
        var attribute = found.Attribute;
        if (ObsoleteAttribute.Text(property) is { } obsolete)
        {
            attribute = attribute with
            {
                Details = (attribute.Details ?? MemberDetails.None) with { Obsolete = obsolete },
                Traits = attribute.Traits | (ObsoleteAttribute.IsError(property) ? MemberTraits.ObsoleteError : MemberTraits.None),
            };
        }

        return Model(
            property.Name,
            property.IsRequired,
            attribute,
            shape,
            StorageParser.Create(
                property.Name,
                accessibility,
                property.Type,
                shape,
                TypeName.ReferenceTo(property.Type),
                isInherited ? TypeName.ReferenceTo(property.ContainingType) : null));
    }

    /// <summary>Returns whether generated code can read and set the property of an instance.</summary>
    public static bool IsUsable(IPropertySymbol property)
        => property is
        {
            IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: not null,
            ExplicitInterfaceImplementations.IsEmpty: true, ReturnsByRef: false, ReturnsByRefReadonly: false,
        }
        // The name of a property that implements an interface's, which is not typed out yet, has a dot in it.
        && property.Name.IndexOf('.') < 0;

    public static CommandMember Model(
        string name, bool isRequired, PropertyAttribute attribute, PropertyType type, MemberStorage storage)
    {
        var traits = attribute.Traits | type.Traits;
        if (isRequired)
        {
            traits |= MemberTraits.Required;
        }

        if (TypeName.IsKeyword(name))
        {
            traits |= MemberTraits.Keyword;
        }

        var details = attribute.Details;
        if (attribute.Converter is { } converter)
        {
            details = (details ?? MemberDetails.None) with { Converter = TypeName.ReferenceTo(converter) };
        }

        return new CommandMember(
            name,
            attribute.Spelling,
            type.Shape == MemberShape.NegatableFlag ? attribute.Negation : null,
            attribute.Separator,
            attribute.Join,
            attribute.After,
            traits,
            Shape(attribute, type),
            type.Value,
            type.Key,
            storage,
            attribute.Short is null ? null : attribute.PreferShort ? attribute.Name : attribute.Short,
            details);
    }

    /// <summary>Returns the type's shape, or the one that the attribute makes of it.</summary>
    private static MemberShape Shape(PropertyAttribute attribute, PropertyType type) => attribute.Details switch
    {
        { IsCount: true } when type.CanCount => MemberShape.Count,
        { TakesSeveralValues: true } when type.Shape == MemberShape.List => MemberShape.Values,
        _ => type.Shape,
    };
}
