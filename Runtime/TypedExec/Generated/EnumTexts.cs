using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>
/// Provides the members of an enum and their texts on a command line. For use by generated code, which creates one per enum.
/// </summary>
/// <param name="members">Each member with its text and its name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumTexts<T>(params (T Value, string Text, string Name)[] members)
    where T : struct, Enum
{
    private static readonly EqualityComparer<T> Comparer = EqualityComparer<T>.Default;

    /// <summary>Returns the text of a member, or null for null.</summary>
    /// <param name="value">The member.</param>
    /// <param name="parameter">The parameter that holds it, named in errors.</param>
    /// <exception cref="ArgumentException">The enum doesn't define the value.</exception>
    public string? Format(T? value, string parameter)
    {
        if (value is not { } wanted)
        {
            return null;
        }

        foreach (var member in members)
        {
            if (Comparer.Equals(member.Value, wanted))
            {
                return member.Text;
            }
        }

        throw CommandArguments.UndefinedValueException(wanted, parameter);
    }

    /// <summary>Parses the text of a member: first by its text, then by its name, then by either one ignoring case.</summary>
    /// <param name="text">The text. Surrounding blanks are ignored.</param>
    /// <param name="value">The member.</param>
    /// <exception cref="FormatException">No member has the text.</exception>
    public bool Parse(string text, out T value)
    {
        value = Parse(text);
        return true;
    }

    /// <summary>Parses the text of a member, or returns null for blank text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The member.</param>
    /// <exception cref="FormatException">No member has the text.</exception>
    public bool ParseNullable(string text, out T? value)
    {
        value = string.IsNullOrWhiteSpace(text) ? null : Parse(text);
        return true;
    }

    internal T Parse(string text)
    {
        var trimmed = text.Trim();
        return Find(trimmed, StringComparison.Ordinal) ?? Find(trimmed, StringComparison.OrdinalIgnoreCase)
            ?? throw new FormatException(
                $"\"{Excerpt.From(trimmed)}\" isn't one of {string.Join(", ", members.Select(static member => member.Text))}");
    }

    private T? Find(string text, StringComparison comparison)
    {
        foreach (var member in members)
        {
            if (member.Text.Equals(text, comparison))
            {
                return member.Value;
            }
        }

        foreach (var member in members)
        {
            if (member.Name.Equals(text, comparison))
            {
                return member.Value;
            }
        }

        return null;
    }
}
