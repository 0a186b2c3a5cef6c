using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// What is given to an option whose value may be left out and is an enum, a number or the like, such as
/// <c>--color[=when]</c>: nothing (the default), the option <see cref="Alone"/>, or the option with a value.
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

    /// <summary>The option alone, without a value.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "As the target's type is known, OptionalValue<Color>.Alone says what is meant.")]
    public static OptionalValue<T> Alone { get; } = new(default, false);

    /// <summary>Whether the option is given with a value.</summary>
    public bool HasValue { get; }

    /// <summary>Whether the option is given, with a value or without.</summary>
    public bool IsSet { get; }

    /// <summary>The value; the type's default when the option is given alone or not at all.</summary>
    public T? Value => _value;

    /// <summary>The option with this value; no option for null.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator OptionalValue<T>(T? value) => FromValue(value);

    /// <summary>The option with this value; no option for null. For interfaces, which C# never converts.</summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The alternate of the operator.")]
    public static OptionalValue<T> FromValue(T? value) => value is null ? default : new OptionalValue<T>(value, true);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(OptionalValue<T> left, OptionalValue<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(OptionalValue<T> left, OptionalValue<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OptionalValue<T> other)
        => IsSet == other.IsSet && HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalValue<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, HasValue, _value);

    /// <summary>The value; an empty text without one.</summary>
    public override string ToString() => _value?.ToString() ?? "";
}
