using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedExec.Generated;

// Values: how they are converted to text, and what an argument can't contain.
public sealed partial class CommandArguments
{
    /// <summary>Returns the text of a value on a command line, in the invariant culture.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format. If null, dates and times are ISO 8601, durations are seconds, and numbers have no exponent.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : IFormattable
        => value is null ? null : InvariantText.From(value, format);

    /// <inheritdoc cref="Format{T}(T, string)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : struct, IFormattable
        => value is { } known ? InvariantText.From(known, format) : null;

    /// <summary>Returns the text of one item of a dictionary: <c>key=value</c>, or only the key if the value is null.</summary>
    /// <param name="property">The property that holds the item, named in errors.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="separator">The text between them.</param>
    /// <exception cref="ArgumentException">The key contains the separator, so the program would see a shorter key.</exception>
    public static string FormatPair(string property, string? key, string? value, string separator = "=")
    {
        // From "a:" and "::", the program would read the key "a".
        if (separator.Length > 0 && key is not null && (key + (value is null ? "" : separator)).IndexOf(separator, StringComparison.Ordinal) is >= 0 and var end && end < key.Length)
        {
            throw new ArgumentException(
                $"A key of {property} contains \"{separator}\", which ends a key on this command line. Use keys without it.", property);
        }

        return value is null ? key ?? "" : key + separator + value;
    }

    /// <summary>Converts an optional value of any type to text.</summary>
    /// <param name="value">The value, the option alone, or nothing.</param>
    /// <param name="text">Returns the text of the value, or null for one that adds nothing.</param>
    public static OptionalValue ToText<T>(OptionalValue<T> value, Func<T, string?> text)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(text);
        return value.HasValue ? text(value.Value!) : value.IsSet ? OptionalValue.Alone : default;
    }

    /// <summary>Returns the texts of the members of a flags value, joined, or null if the value is 0 and no member is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The property that holds the value, named in errors.</param>
    /// <param name="join">The text that joins the texts.</param>
    /// <param name="members">The enum's members with their texts.</param>
    /// <exception cref="ArgumentException">The value contains a bit that no member has.</exception>
    public static string? FormatFlags<T>(T? value, string property, string join, params ReadOnlySpan<(T Member, string Text)> members)
        where T : struct, Enum
    {
        if (value is not { } flags)
        {
            return null;
        }

        var rest = Bits(flags);
        foreach (var (member, text) in members)
        {
            if (Bits(member) == rest)
            {
                return text;
            }
        }

        // Like Enum.ToString: the member with the most bits comes first, then the members for the remaining bits.
        var found = new List<(int Place, string Text)>();
        while (rest != 0)
        {
            var best = -1;
            for (var i = 0; i < members.Length; i++)
            {
                var bits = Bits(members[i].Member);
                if (bits != 0 && (bits & rest) == bits && (best < 0 || bits > Bits(members[best].Member)))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                throw UndefinedValueException(flags, property);
            }

            rest &= ~Bits(members[best].Member);
            found.Add((best, members[best].Text));
        }

        return found.Count == 0 ? null : string.Join(join, found.OrderBy(static member => member.Place).Select(static member => member.Text));

        static ulong Bits(T value) => unchecked((ulong)Convert.ToInt64(Enum.GetUnderlyingType(typeof(T)) == typeof(ulong) ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture)) : value, CultureInfo.InvariantCulture));
    }

    /// <summary>Creates the exception for a value that its enum doesn't define.</summary>
    /// <param name="value">The value.</param>
    public static ArgumentException UndefinedValueException(Enum value) => UndefinedValueException(value, nameof(value));

    /// <inheritdoc cref="UndefinedValueException(Enum)"/>
    /// <param name="value">The value.</param>
    /// <param name="property">The property that holds it, named in the error.</param>
    public static ArgumentException UndefinedValueException(Enum value, string property)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ArgumentException(
            $"The value {value:D} isn't defined in the enum {value.GetType()}. Set {(property == nameof(value) ? "the property" : property)} to one of its members.",
            property);
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

    private static void ThrowIfNul(string property, string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The value of {property} contains a NUL character, which would truncate the argument. Remove it.", property);
        }
    }
}
