using Microsoft.CodeAnalysis;
using TypedExec.Generator.Model;

namespace TypedExec.Generator.Parsing;

/// <summary>How the builder sets a property.</summary>
internal static class SettingParser
{
    public static SettingModel Parse(IPropertySymbol property, PropertyType type)
    {
        var kind = Kind(property.Type, type);
        return new SettingModel(
            kind,
            TypeName.ReferenceTo(property.Type),
            kind switch
            {
                SettingKind.Append => TypeName.ReferenceTo(type.ItemType!),
                SettingKind.AppendPair or SettingKind.AddKey => TypeName.ReferenceTo(type.ValueType),
                _ => null,
            },
            kind is SettingKind.AppendPair or SettingKind.AddKey ? TypeName.ReferenceTo(type.KeyType!) : null,
            property.SetMethod is { IsInitOnly: true } ? SetAccessor.Init : SetAccessor.Set,
            Accessibility(property));
    }

    private static SettingKind Kind(ITypeSymbol property, PropertyType type)
    {
        if (!type.IsList)
        {
            return SettingKind.Replace;
        }

        if (type.Key is not null && IsOneOf(property, "IReadOnlyDictionary", "IDictionary", "Dictionary"))
        {
            return SettingKind.AddKey;
        }

        // A type that a collection expression can make with the items that it had.
        var canAppend = property is IArrayTypeSymbol
            || IsOneOf(property, "IReadOnlyList", "IReadOnlyCollection", "IEnumerable", "IList", "ICollection", "List")
            || type.Shape == PropertyShape.ImmutableArray;
        return !canAppend ? SettingKind.Replace : type.Key is null ? SettingKind.Append : SettingKind.AppendPair;
    }

    private static bool IsOneOf(ITypeSymbol type, params string[] names)
        => type.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } }
            && names.Contains(type.Name);

    /// <summary>
    /// The method is as visible as the property, so that it never shows a type that is less visible. Names that begin
    /// with an underscore are the builder's own.
    /// </summary>
    private static string? Accessibility(IPropertySymbol property)
        => property.Name.StartsWith("_", StringComparison.Ordinal)
            ? null
            : property.DeclaredAccessibility switch
            {
                Microsoft.CodeAnalysis.Accessibility.Public => "public",
                Microsoft.CodeAnalysis.Accessibility.Internal or Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal => "internal",
                _ => null,
            };
}
