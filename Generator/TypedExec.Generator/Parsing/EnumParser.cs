using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Reads the members of an enum with their texts.</summary>
internal static class EnumParser
{
    /// <summary>Adds the enum that the type is, or is the nullable of; nothing for other types and known enums.</summary>
    public static void Add(ref List<EnumModel>? enums, ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum)
        {
            return;
        }

        var reference = TypeName.ReferenceTo(@enum);
        if (enums is null || !enums.Exists(known => known.Type == reference))
        {
            (enums ??= []).Add(new EnumModel(reference, Members(@enum, out var isObsoleteError), IsFlags(@enum), isObsoleteError));
        }
    }

    public static bool IsFlags(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<EnumMemberModel> Members(INamedTypeSymbol type, out bool isObsoleteError)
    {
        isObsoleteError = ObsoleteAttribute.IsError(type);
        var members = new List<EnumMemberModel>();
        var values = new HashSet<object>();
        foreach (var member in type.GetMembers())
        {
            // A second name for a value would be an arm that can never be reached. A member that hasn't been typed yet has no
            // name, and a name that is there twice means neither.
            if (member is IFieldSymbol { ConstantValue: { } value, Name.Length: > 0 } field
                && type.GetMembers(field.Name).Length == 1
                && values.Add(value))
            {
                isObsoleteError |= ObsoleteAttribute.IsError(field);
                var text = KnownAttributes.Find(field, KnownAttributes.Value) is { } attribute
                    ? KnownAttributes.Text(attribute)
                    : null;
                members.Add(new EnumMemberModel(TypeName.Escape(field.Name), text ?? KebabCase.From(field.Name)));
            }
        }

        return EquatableArray<EnumMemberModel>.From(members);
    }
}
