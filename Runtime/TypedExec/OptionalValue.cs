using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// Represents an option whose value is optional, such as git's <c>--color[=when]</c>. It is omitted (the default), rendered alone
/// (<c>true</c>), or rendered with a value (a string).
/// </summary>
public readonly struct OptionalValue : IEquatable<OptionalValue>
{
    private OptionalValue(bool isSet, string? value)
    {
        IsSet = isSet;
        Value = value;
    }

    /// <summary>Gets an instance that renders the option alone, without a value.</summary>
    public static OptionalValue Alone { get; } = new(true, null);

    /// <summary>Gets a value that indicates whether the option is rendered with a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Gets a value that indicates whether the option is rendered, with or without a value.</summary>
    public bool IsSet { get; }

    /// <summary>Gets the value, or null if the option is rendered alone or omitted.</summary>
    public string? Value { get; }

    /// <summary>Converts true to the option alone, and false to no option.</summary>
    /// <param name="isSet">True to render the option.</param>
    public static implicit operator OptionalValue(bool isSet) => FromBoolean(isSet);

    /// <summary>Converts a string to the option with that value, and null to no option.</summary>
    /// <param name="value">The value. An empty string is an empty value.</param>
    public static implicit operator OptionalValue(string? value) => FromString(value);

    /// <summary>Creates an instance that renders the option alone for true, and omits it for false.</summary>
    /// <param name="isSet">True to render the option.</param>
    public static OptionalValue FromBoolean(bool isSet) => isSet ? Alone : default;

    /// <summary>Creates an instance that renders the option with the value, and omits it for null.</summary>
    /// <param name="value">The value. An empty string is an empty value.</param>
    public static OptionalValue FromString(string? value) => new(value is not null, value);

    /// <summary>Returns whether two values are equal.</summary>
    public static bool operator ==(OptionalValue left, OptionalValue right) => left.Equals(right);

    /// <summary>Returns whether two values differ.</summary>
    public static bool operator !=(OptionalValue left, OptionalValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OptionalValue other) => IsSet == other.IsSet && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, Value);

    /// <summary>Returns the value, or an empty string if there is none.</summary>
    public override string ToString() => Value ?? "";
}
