namespace TypedExec.CommandLines.Model;

/// <summary>How a builder's method sets a property.</summary>
/// <param name="Kind">What the method does with what it is given.</param>
/// <param name="Type">The property's type, <c>global::</c>-qualified.</param>
/// <param name="ItemType">The type of a list's item or of a dictionary's value.</param>
/// <param name="KeyType">The type of a dictionary's key.</param>
/// <param name="Accessor">Whether and how the setter can be called.</param>
/// <param name="Accessibility">The method's accessibility; null when the property is not visible outside the class.</param>
internal sealed record SettingModel(
    SettingKind Kind, string Type, string? ItemType, string? KeyType, SetAccessor Accessor, string? Accessibility);

/// <summary>What a builder's method does with what it is given.</summary>
internal enum SettingKind
{
    /// <summary>The value takes the place of the one before.</summary>
    Replace,

    /// <summary>Items are appended to the list.</summary>
    Append,

    /// <summary>A pair is appended to a list of pairs.</summary>
    AppendPair,

    /// <summary>A key is added to a dictionary.</summary>
    AddKey,
}

/// <summary>How a property's value can be set on an instance that exists already.</summary>
internal enum SetAccessor
{
    /// <summary>By assignment.</summary>
    Set,

    /// <summary>Only through an <c>UnsafeAccessor</c>, as <c>init</c> ends with the initializer.</summary>
    Init,
}
