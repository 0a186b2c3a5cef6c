using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedExec.Generated;

/// <summary>Represents the value of a property in a builder, which may be unset.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is only a field of builders, and never compared.")]
public readonly struct BuilderValue<T>(T value)
{
    /// <summary>Gets a value that indicates whether the property was set.</summary>
    public bool IsSet { get; } = true;

    /// <summary>Gets the value that was set on the builder.</summary>
    public T Value { get; } = value;
}
