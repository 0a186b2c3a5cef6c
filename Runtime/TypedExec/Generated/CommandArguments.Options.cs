namespace TypedExec.Generated;

// Options: a name, and a value in the same argument or in the next.
public sealed partial class CommandArguments
{
    /// <summary>Adds an option that is its name alone, when it is set.</summary>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="value">Whether the option is set.</param>
    public void AddFlag(string name, bool value)
    {
        if (value)
        {
            AddName(name);
        }
    }

    /// <summary>Adds an option that can also be negated; nothing when it is not set at all.</summary>
    /// <param name="name">What is added for true.</param>
    /// <param name="negation">What is added for false; null: nothing.</param>
    /// <param name="value">The option's value.</param>
    public void AddFlag(string name, string? negation, bool? value)
    {
        if ((value is true ? name : value is false ? negation : null) is { } spelling)
        {
            AddName(spelling);
        }
    }

    /// <summary>Adds an option with its value; nothing when the value is null.</summary>
    /// <param name="property">The property that holds the value; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="value">The value. An empty text stays an empty value, which needs something between name and value.</param>
    /// <param name="separator">What stands between name and value; a space makes them two arguments.</param>
    /// <param name="secret">Whether the value is masked wherever it is shown.</param>
    /// <exception cref="ArgumentException">The value holds a NUL, or is empty and would stand directly behind the name.</exception>
    public void AddOption(string property, string name, string? value, string separator = " ", bool secret = false)
    {
        if (value is null)
        {
            return;
        }

        RefuseNul(property, value);
        if (separator.Length + value.Length == 0)
        {
            throw new ArgumentException(
                $"{property} is empty, and {name} has its value glued to it: the program would take the next argument for the value. "
                + "Set it to null to leave the option out.",
                property);
        }

        if (separator == " ")
        {
            AddName(name);
            AddValue(value, secret);
            return;
        }

        if (name.LastIndexOf(' ') is >= 0 and var last)
        {
            AddName(name[..last]);
            name = name[(last + 1)..];
        }

        if (secret)
        {
            AddSecret(name + separator + value, name + separator + Mask);
        }
        else
        {
            Add(name + separator + value);
        }
    }

    /// <inheritdoc cref="AddOption(string, string, string?, string, bool)"/>
    /// <remarks>The value is formatted for the invariant culture.</remarks>
    public void AddOption<T>(string property, string name, T? value, string separator = " ", bool secret = false)
        where T : IFormattable
        => AddOption(property, name, Format(value), separator, secret);

    /// <inheritdoc cref="AddOption(string, string, string?, string, bool)"/>
    /// <remarks>The value is formatted for the invariant culture.</remarks>
    public void AddOption<T>(string property, string name, T? value, string separator = " ", bool secret = false)
        where T : struct, IFormattable
        => AddOption(property, name, Format(value), separator, secret);

    /// <summary>Adds an option once per item of a list, or once for all of them.</summary>
    /// <param name="property">The property that holds the list; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="separator">What stands between name and value; a space makes them two arguments.</param>
    /// <param name="join">What joins all items to one value; null: the option is repeated per item.</param>
    /// <param name="joinEscape">What goes before a joiner inside an item; null: such an item is refused.</param>
    /// <param name="secret">Whether the values are masked wherever they are shown.</param>
    /// <exception cref="ArgumentException">An item holds a NUL, or the joiner and nothing escapes it.</exception>
    public void AddOptions(
        string property, string name, IEnumerable<string?>? values, string separator = " ", string? join = null, string? joinEscape = null, bool secret = false)
        => AddOptions(property, name, values, static value => value, separator, join, joinEscape, secret);

    /// <inheritdoc cref="AddOptions(string, string, IEnumerable{string?}?, string, string?, string?, bool)"/>
    /// <param name="property">The property that holds the list; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="text">Gives an item's text, or null for an item that adds nothing.</param>
    /// <param name="separator">What stands between name and value; a space makes them two arguments.</param>
    /// <param name="join">What joins all items to one value; null: the option is repeated per item.</param>
    /// <param name="joinEscape">What goes before a joiner inside an item; null: such an item is refused.</param>
    /// <param name="secret">Whether the values are masked wherever they are shown.</param>
    public void AddOptions<T>(
        string property,
        string name,
        IEnumerable<T>? values,
        Func<T, string?> text,
        string separator = " ",
        string? join = null,
        string? joinEscape = null,
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (values is null)
        {
            return;
        }

        if (join is not null)
        {
            AddOption(property, name, Joined(property, values, text, join, joinEscape), separator, secret);
            return;
        }

        foreach (var value in values)
        {
            AddOption(property, name, text(value), separator, secret);
        }
    }

    /// <summary>The items in one text; null when there are none, so that an empty list adds no option.</summary>
    private static string? Joined<T>(string property, IEnumerable<T> values, Func<T, string?> text, string join, string? escape)
    {
        string? first = null;
        string? last = null;
        System.Text.StringBuilder? all = null;
        foreach (var value in values)
        {
            if (text(value) is not { } item)
            {
                continue;
            }

            // "a:" before "::" would end at its own colon.
            if (last is not null && join.Length > 0 && string.IsNullOrEmpty(escape) && (last + join).IndexOf(join, StringComparison.Ordinal) < last.Length)
            {
                throw NotApart(property, join);
            }

            item = last = Apart(property, item, join, escape);
            if (first is null)
            {
                first = item;
                continue;
            }

            (all ??= new System.Text.StringBuilder(first)).Append(join).Append(item);
        }

        return all?.ToString() ?? first;
    }

    /// <summary>An item that the program can tell from the one beside it.</summary>
    private static string Apart(string property, string item, string join, string? escape)
    {
        if (join.Length == 0)
        {
            return item;
        }

        if (!string.IsNullOrEmpty(escape))
        {
            var escaped = escape == join ? item : item.Replace(escape, escape + escape, StringComparison.Ordinal);
            return escaped.Replace(join, escape + join, StringComparison.Ordinal);
        }

        return !item.Contains(join, StringComparison.Ordinal) ? item : throw NotApart(property, join);
    }

    private static ArgumentException NotApart(string property, string join) => new(
        $"An item of {property} holds \"{join}\", which separates the items on this command line: it would become two. Remove it, "
        + "or set JoinEscape to what the program takes for an escape.",
        property);
}
