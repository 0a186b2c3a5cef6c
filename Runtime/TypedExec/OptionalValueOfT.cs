using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// Represents an option whose value is optional and typed, such as an enum or a number in <c>--color[=when]</c>. It is omitted
/// (the default), rendered <see cref="Alone"/>, or rendered with a value.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct OptionalValue<T> : IEquatable<OptionalValue<T>>
    where T : notnull
{
    private readonly T? _value;

    private OptionalValue(T? value, bool hasValue)
    {
        _value = value;
        HasValue = hasValue;
        IsSet = true;
    }

    /// <summary>Gets an instance that renders the option alone, without a value.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "OptionalValue<Color>.Alone is clear because the target type is known.")]
    public static OptionalValue<T> Alone { get; } = new(default, false);

    /// <summary>Gets a value that indicates whether the option is rendered with a value.</summary>
    public bool HasValue { get; }

    /// <summary>Gets a value that indicates whether the option is rendered, with or without a value.</summary>
    public bool IsSet { get; }

    /// <summary>Gets the value, or the type's default if the option is rendered alone or omitted.</summary>
    public T? Value => _value;

    /// <summary>Converts a value to the option with that value, and null to no option.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator OptionalValue<T>(T? value) => FromValue(value);

    /// <summary>
    /// Creates an instance that renders the option with the value, and omits it for null. Use it for interface types, which C#
    /// never converts implicitly.
    /// </summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The alternate of the operator.")]
    public static OptionalValue<T> FromValue(T? value) => value is null ? default : new OptionalValue<T>(value, true);

    /// <summary>Returns whether two values are equal.</summary>
    public static bool operator ==(OptionalValue<T> left, OptionalValue<T> right) => left.Equals(right);

    /// <summary>Returns whether two values differ.</summary>
    public static bool operator !=(OptionalValue<T> left, OptionalValue<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OptionalValue<T> other)
        => IsSet == other.IsSet && HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalValue<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, HasValue, _value);

    /// <summary>Returns the value as text, or an empty string if there is none.</summary>
    public override string ToString() => _value?.ToString() ?? "";
}
