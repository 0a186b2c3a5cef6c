using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>How the builder sets a property.</summary>
internal static class SettingParser
{
    public static SettingModel Create(
        string name, Accessibility accessibility, bool isInit, ITypeSymbol property, PropertyType type, string reference)
    {
        var kind = Kind(property, type);
        return new SettingModel(
            kind,
            reference,
            kind switch
            {
                SettingKind.Append => TypeName.ReferenceTo(type.ItemType!),
                SettingKind.AppendPair or SettingKind.AddKey => TypeName.ReferenceTo(type.ValueType),
                _ => null,
            },
            kind is SettingKind.AppendPair or SettingKind.AddKey ? TypeName.ReferenceTo(type.KeyType!) : null,
            isInit ? SetAccessor.Init : SetAccessor.Set,
            Visibility(name, accessibility));
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
    private static string? Visibility(string name, Accessibility accessibility)
        => name[0] == '_'
            ? null
            : accessibility switch
            {
                Accessibility.Public => "public",
                Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal",
                _ => null,
            };
}
