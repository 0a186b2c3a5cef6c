namespace TypedExec.CommandLines.Model;

/// <summary>Where a member's value is stored, and how a method of the builder sets it.</summary>
/// <param name="Kind">What the method does with its argument.</param>
/// <param name="Type">The property's type, <c>global::</c>-qualified.</param>
/// <param name="ItemType">The type of a list's item or of a dictionary's value.</param>
/// <param name="KeyType">The type of a dictionary's key.</param>
/// <param name="Accessibility">The method's accessibility, or null if the property can't be set from outside the class.</param>
/// <param name="Field">The field of a generated property, which generated code uses itself; null for a user's property.</param>
/// <param name="Owner">The <c>global::</c>-qualified type that declares the property, or null if the class itself does.</param>
internal sealed record MemberStorage(
    StorageKind Kind, string Type, string? ItemType, string? KeyType, string? Accessibility, string? Field = null, string? Owner = null);

/// <summary>What a builder's method does with its argument.</summary>
internal enum StorageKind
{
    /// <summary>Replaces the previous value.</summary>
    Replace,

    /// <summary>Items are appended to the list.</summary>
    Append,

    /// <summary>A list of texts is appended to a list of lists.</summary>
    AppendList,

    /// <summary>A pair is appended to a list of pairs.</summary>
    AppendPair,

    /// <summary>A key is added to a dictionary.</summary>
    AddKey,
}
