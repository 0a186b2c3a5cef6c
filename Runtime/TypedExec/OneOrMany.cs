namespace TypedExec;

/// <summary>Creates <see cref="OneOrMany{T}"/> values. Collection expressions call it.</summary>
public static class OneOrMany
{
    /// <summary>Creates an instance with the specified values.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">The values, in order.</param>
    public static OneOrMany<T> Create<T>(params ReadOnlySpan<T> values)
        where T : notnull
        => values.IsEmpty ? default : new OneOrMany<T>(values.ToArray());

    /// <summary>
    /// Creates an instance with one value, or an empty one for null. Numbers and enums need it if they are nullable, because C#
    /// doesn't convert these implicitly.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, or null.</param>
    public static OneOrMany<T> FromNullable<T>(T? value)
        where T : struct
        => value is { } one ? new OneOrMany<T>([one]) : default;
}
