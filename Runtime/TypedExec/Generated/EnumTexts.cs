using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>The members of an enum and their texts on a command line. Generated code makes one per enum.</summary>
/// <param name="members">Each member with its text and its name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumTexts<T>(params (T Value, string Text, string Name)[] members)
    where T : struct, Enum
{
    private static readonly EqualityComparer<T> Comparer = EqualityComparer<T>.Default;

    /// <summary>The text of a member; null for null.</summary>
    /// <param name="value">The member.</param>
    /// <param name="parameter">The parameter that holds it; errors name it.</param>
    /// <exception cref="ArgumentException">The enum has no such member.</exception>
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

        throw CommandArguments.UndefinedValue(wanted, parameter);
    }

    /// <summary>The member of a text: its own text first, then its name, then either without regard to case.</summary>
    /// <param name="text">The text; blanks around it do not count.</param>
    /// <param name="value">The member.</param>
    /// <exception cref="FormatException">No member has the text.</exception>
    public bool Parse(string text, out T value)
    {
        value = Parse(text);
        return true;
    }

    /// <summary>The member of a text, or null for blank text.</summary>
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
                $"\"{Excerpt.Of(trimmed)}\" isn't one of {string.Join(", ", members.Select(static member => member.Text))}");
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
