using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Determines how the builder sets a property.</summary>
internal static class StorageParser
{
    public static MemberStorage Create(
        string name, Accessibility accessibility, ITypeSymbol property, PropertyType type, string reference, string? owner = null)
    {
        var kind = Kind(property, type);
        return new MemberStorage(
            kind,
            reference,
            kind switch
            {
                StorageKind.Append => TypeName.ReferenceTo(type.ItemType!),
                StorageKind.AppendPair or StorageKind.AddKey => TypeName.ReferenceTo(type.ValueType),
                _ => null,
            },
            kind is StorageKind.AppendPair or StorageKind.AddKey ? TypeName.ReferenceTo(type.KeyType!) : null,
            Visibility(name, accessibility),
            Owner: owner);
    }

    private static StorageKind Kind(ITypeSymbol property, PropertyType type)
    {
        if (!type.IsList)
        {
            return StorageKind.Replace;
        }

        if (type.Key is not null && ListType.IsGenericCollection(property) && property.Name is "IReadOnlyDictionary" or "IDictionary" or "Dictionary")
        {
            return StorageKind.AddKey;
        }

        // A type that a collection expression can create with its previous items.
        var canAppend = property is IArrayTypeSymbol
            || (ListType.IsGenericCollection(property)
                && property.Name is "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" or "IList" or "ICollection" or "List")
            || (type.Traits & (MemberTraits.ImmutableArray | MemberTraits.OneOrMany)) != 0;
        return !canAppend ? StorageKind.Replace : type.Key is null ? StorageKind.Append : StorageKind.AppendPair;
    }

    /// <summary>
    /// The method is as visible as the property, so that it never exposes a type that is less visible. Names that begin with an
    /// underscore belong to the builder.
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
