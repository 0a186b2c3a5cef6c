namespace TypedExec.CommandLines.Model;

/// <summary>How a value becomes the text of an argument.</summary>
/// <param name="Kind">By which means.</param>
/// <param name="Nullable">Whether and how its type admits null.</param>
internal sealed record ValueModel(ValueKind Kind, ValueNullability Nullable);

/// <summary>By which means a value becomes text.</summary>
internal enum ValueKind
{
    /// <summary>A string, as it is.</summary>
    String,

    /// <summary>Formatted for the invariant culture.</summary>
    Formattable,

    /// <summary>By its <c>ToString()</c>: paths and parsable types.</summary>
    ToText,

    /// <summary>A <c>Uri</c>, as it was written: its <c>ToString()</c> would unescape it.</summary>
    Uri,

    /// <summary>A member of an enum.</summary>
    Enum,

    /// <summary>Members of a flags enum, joined.</summary>
    Flags,

    /// <summary>By the <c>ToText</c> of the user's own converter.</summary>
    Converted,

    /// <summary>A <c>bool</c>, by the texts that stand for true and false.</summary>
    Boolean,
}

/// <summary>How a type admits null.</summary>
internal enum ValueNullability
{
    /// <summary>A value type.</summary>
    Never,

    /// <summary>A reference type, annotated or not: a value that was never set is null all the same.</summary>
    Reference,

    /// <summary>A <c>Nullable&lt;T&gt;</c>.</summary>
    NullableValue,
}
