using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedExec.Generated;

// Values: how one becomes text, and what no argument can hold.
public sealed partial class CommandArguments
{
    /// <summary>
    /// The text of a value on a command line, in the invariant culture: as the format says, or ISO 8601 for dates and times,
    /// seconds for a duration, digits without an exponent for numbers.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format; null for the usual text.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : IFormattable
        => value is null ? null : InvariantText.From(value, format);

    /// <inheritdoc cref="Format{T}(T, string)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : struct, IFormattable
        => value is { } known ? InvariantText.From(known, format) : null;

    /// <summary>The text of one item of a dictionary: <c>key=value</c>, or the key alone when the value is null.</summary>
    /// <param name="property">The property that holds the item; errors name it.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="separator">What stands between them.</param>
    /// <exception cref="ArgumentException">The key holds the separator, so that the program would take less for the key.</exception>
    public static string FormatPair(string property, string? key, string? value, string separator = "=")
    {
        // Of "a:" and "::" the program would see the key "a".
        if (separator.Length > 0 && key is not null && (key + (value is null ? "" : separator)).IndexOf(separator, StringComparison.Ordinal) is >= 0 and var end && end < key.Length)
        {
            throw new ArgumentException(
                $"A key of {property} holds \"{separator}\", which ends a key on this command line. Use keys without it.", property);
        }

        return value is null ? key ?? "" : key + separator + value;
    }

    /// <summary>The text of an optional value of any type.</summary>
    /// <param name="value">The value, or the option alone, or nothing.</param>
    /// <param name="text">Gives the value's text, or null for one that adds nothing.</param>
    public static OptionalValue ToText<T>(OptionalValue<T> value, Func<T, string?> text)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(text);
        return value.HasValue ? text(value.Value!) : value.IsSet ? OptionalValue.Alone : default;
    }

    /// <summary>The texts of the members that a value of a flags enum consists of, joined; null when it is 0 and no member is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The property that holds the value; errors name it.</param>
    /// <param name="join">What joins the texts.</param>
    /// <param name="members">The enum's members with their texts.</param>
    /// <exception cref="ArgumentException">A bit of the value belongs to no member.</exception>
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

        // As Enum.ToString: the member with the most bits first, then what is left of the value.
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
                throw UndefinedValue(flags, property);
            }

            rest &= ~Bits(members[best].Member);
            found.Add((best, members[best].Text));
        }

        return found.Count == 0 ? null : string.Join(join, found.OrderBy(static member => member.Place).Select(static member => member.Text));

        static ulong Bits(T value) => unchecked((ulong)Convert.ToInt64(Enum.GetUnderlyingType(typeof(T)) == typeof(ulong) ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture)) : value, CultureInfo.InvariantCulture));
    }

    /// <summary>What generated code throws for a value that is no member of its enum.</summary>
    /// <param name="value">The value.</param>
    public static ArgumentException UndefinedValue(Enum value) => UndefinedValue(value, nameof(value));

    /// <inheritdoc cref="UndefinedValue(Enum)"/>
    /// <param name="value">The value.</param>
    /// <param name="property">The property that holds it; the error names it.</param>
    public static ArgumentException UndefinedValue(Enum value, string property)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ArgumentException(
            $"The value {value:D} is not defined in the enum {value.GetType()}. Set {(property == nameof(value) ? "the property" : property)} to one of its members.",
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

    private static void RefuseNul(string property, string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The value of {property} holds a NUL character, which would cut the argument short. Remove it.", property);
        }
    }
}
