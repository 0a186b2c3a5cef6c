using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedExec;

// Values: how one becomes text, and what no argument can hold.
public sealed partial class CommandArguments
{
    /// <summary>The text of a value on a command line: formatted for the invariant culture.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value)
        where T : IFormattable
        => value?.ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format{T}(T)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value)
        where T : struct, IFormattable
        => value?.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The text of one item of a dictionary: <c>key=value</c>, or the key alone when the value is null.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static string FormatPair(string? key, string? value) => value is null ? key ?? "" : key + "=" + value;

    /// <summary>What generated code throws for a value that is no member of its enum.</summary>
    /// <param name="value">The value.</param>
    public static ArgumentException UndefinedValue(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ArgumentException(
            $"The value {value:D} is no member of the enum {value.GetType()}. Set the property to one of its members.",
            nameof(value));
    }

    private void AddValue(string value, bool secret)
    {
        if (secret)
        {
            AddSecret(value, Mask);
        }
        else
        {
            Add(value);
        }
    }

    private static void RefuseNul(string property, string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The value of {property} holds a NUL character, which would cut the argument short. Remove it.", property);
        }
    }
}
