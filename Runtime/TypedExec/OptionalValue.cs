using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// What is given to an option whose value may be left out, such as git's <c>--color[=when]</c>: nothing (the default), the
/// option alone (<c>true</c>), or the option with a value (a text).
/// </summary>
public readonly struct OptionalValue : IEquatable<OptionalValue>
{
    private OptionalValue(bool isSet, string? value)
    {
        IsSet = isSet;
        Value = value;
    }

    /// <summary>The option alone, without a value.</summary>
    public static OptionalValue Alone { get; } = new(true, null);

    /// <summary>Whether the option is given with a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether the option is given, with a value or without.</summary>
    public bool IsSet { get; }

    /// <summary>The value; null when the option is given alone or not at all.</summary>
    public string? Value { get; }

    /// <summary>The option alone for true, no option for false.</summary>
    /// <param name="isSet">Whether the option is given.</param>
    public static implicit operator OptionalValue(bool isSet) => FromBoolean(isSet);

    /// <summary>The option with this value; no option for null.</summary>
    /// <param name="value">The value. An empty text is an empty value.</param>
    public static implicit operator OptionalValue(string? value) => FromString(value);

    /// <summary>The option alone for true, no option for false.</summary>
    /// <param name="isSet">Whether the option is given.</param>
    public static OptionalValue FromBoolean(bool isSet) => isSet ? Alone : default;

    /// <summary>The option with this value; no option for null.</summary>
    /// <param name="value">The value. An empty text is an empty value.</param>
    public static OptionalValue FromString(string? value) => new(value is not null, value);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(OptionalValue left, OptionalValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(OptionalValue left, OptionalValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OptionalValue other) => IsSet == other.IsSet && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, Value);

    /// <summary>The value; an empty text without one.</summary>
    public override string ToString() => Value ?? "";
}
