namespace TypedExec.CommandLines.Model;

/// <summary>How a value becomes the text of an argument.</summary>
/// <param name="Kind">How it is converted.</param>
/// <param name="Nullable">Whether and how its type allows null.</param>
internal sealed record ValueModel(ValueKind Kind, ValueNullability Nullable);

/// <summary>How a value is converted to text.</summary>
internal enum ValueKind
{
    /// <summary>A string, unchanged.</summary>
    String,

    /// <summary>Formatted with the invariant culture.</summary>
    Formattable,

    /// <summary>With its <c>ToString()</c>: paths and parsable types.</summary>
    ToText,

    /// <summary>A <c>Uri</c>, as it was written: its <c>ToString()</c> would unescape it.</summary>
    Uri,

    /// <summary>A member of an enum.</summary>
    Enum,

    /// <summary>Members of a flags enum, joined.</summary>
    Flags,

    /// <summary>With the <c>ToText</c> of the user's own converter.</summary>
    Converted,

    /// <summary>A <c>bool</c>, with the texts of true and false.</summary>
    Boolean,
}

/// <summary>How a type allows null.</summary>
internal enum ValueNullability
{
    /// <summary>A value type.</summary>
    Never,

    /// <summary>A reference type, annotated or not: a value that was never set is null in both cases.</summary>
    Reference,

    /// <summary>A <c>Nullable&lt;T&gt;</c>.</summary>
    NullableValue,
}
