using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedExec.Generated;

/// <summary>What a builder was given for a property, if it was given anything.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is a field of builders and never compared.")]
public readonly struct BuilderValue<T>(T value)
{
    /// <summary>Whether the property was given.</summary>
    public bool IsSet { get; } = true;

    /// <summary>The value.</summary>
    public T Value { get; } = value;
}
