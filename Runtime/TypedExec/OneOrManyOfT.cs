using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TypedExec;

/// <summary>
/// Represents the values of an option that may accept one value or several: <c>Header = "a: 1"</c>, or
/// <c>Header = ["a: 1", "b: 2"]</c>.
/// </summary>
/// <remarks>
/// The option is repeated for each value, and omitted if there is none (the default). Specifications use it for options that
/// they don't describe as repeatable or not.
/// </remarks>
/// <typeparam name="T">The type of a value.</typeparam>
[CollectionBuilder(typeof(OneOrMany), nameof(OneOrMany.Create))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Mostly it is a single value.")]
public readonly struct OneOrMany<T> : IReadOnlyList<T>, IEquatable<OneOrMany<T>>
    where T : notnull
{
    private readonly T[]? _values;

    internal OneOrMany(T[] values) => _values = values;

    /// <summary>Gets the number of values; 0 if the option is omitted.</summary>
    public int Count => _values?.Length ?? 0;

    /// <summary>Gets the value at the specified position.</summary>
    /// <param name="index">The zero-based position.</param>
    /// <exception cref="IndexOutOfRangeException">There is no value at this position.</exception>
    public T this[int index] => (_values ?? [])[index];

    /// <summary>Converts a value to an instance with that value, and null to an empty one.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator OneOrMany<T>(T? value) => FromValue(value);

    /// <summary>
    /// Creates an instance with one value, or an empty one for null. Use it for interface types, which C# never converts
    /// implicitly.
    /// </summary>
    /// <param name="value">The value, or null.</param>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The alternate of the operator.")]
    public static OneOrMany<T> FromValue(T? value) => value is null ? default : new OneOrMany<T>([value]);

    /// <summary>Returns whether two instances contain the same values in the same order.</summary>
    public static bool operator ==(OneOrMany<T> left, OneOrMany<T> right) => left.Equals(right);

    /// <summary>Returns whether two instances differ in a value, or in the order of their values.</summary>
    public static bool operator !=(OneOrMany<T> left, OneOrMany<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OneOrMany<T> other) => Values.SequenceEqual(other.Values, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OneOrMany<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_values ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the values, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _values ?? []);

    /// <summary>Gets the values without copying them.</summary>
    internal ReadOnlySpan<T> Values => _values;
}
