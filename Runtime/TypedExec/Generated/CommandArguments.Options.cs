namespace TypedExec.Generated;

// Options: a name, and a value in the same argument or in the next.
public sealed partial class CommandArguments
{
    /// <summary>Adds an option without a value if it is set.</summary>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="value">True if the option is set.</param>
    public void AddFlag(string name, bool value)
    {
        if (value)
        {
            AddName(name);
        }
    }

    /// <summary>Adds an option that can also be negated, or nothing if it isn't set.</summary>
    /// <param name="name">The text for true.</param>
    /// <param name="negation">The text for false, or null to add nothing.</param>
    /// <param name="value">The option's value.</param>
    public void AddFlag(string name, string? negation, bool? value)
    {
        if ((value is true ? name : value is false ? negation : null) is { } spelling)
        {
            AddName(spelling);
        }
    }

    /// <summary>Adds an option with its value, or nothing if the value is null.</summary>
    /// <param name="property">The property that holds the value, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="value">The value. An empty string stays an empty value, which requires a separator.</param>
    /// <param name="separator">The text between name and value. A space makes them two arguments.</param>
    /// <param name="secret">True to mask the value wherever it is displayed.</param>
    /// <exception cref="ArgumentException">The value contains a NUL, or is empty and has no separator.</exception>
    public void AddOption(string property, string name, string? value, string separator = " ", bool secret = false)
    {
        if (value is null)
        {
            return;
        }

        ThrowIfNul(property, value);
        if (separator.Length + value.Length == 0)
        {
            throw new ArgumentException(
                $"{property} is empty, and {name} is written together with its value, so the program would use the next argument as the value.  "
                + "Set it to null to omit the option.",
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
    /// <remarks>The value is formatted with the invariant culture.</remarks>
    public void AddOption<T>(string property, string name, T? value, string separator = " ", bool secret = false)
        where T : IFormattable
        => AddOption(property, name, Format(value), separator, secret);

    /// <inheritdoc cref="AddOption(string, string, string?, string, bool)"/>
    /// <remarks>The value is formatted with the invariant culture.</remarks>
    public void AddOption<T>(string property, string name, T? value, string separator = " ", bool secret = false)
        where T : struct, IFormattable
        => AddOption(property, name, Format(value), separator, secret);

    /// <summary>Adds an option once per item of a list, or once for all of them.</summary>
    /// <param name="property">The property that holds the list, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="separator">The text between name and value. A space makes them two arguments.</param>
    /// <param name="join">The text that joins all items into one value, or null to repeat the option per item.</param>
    /// <param name="joinEscape">The text that escapes <paramref name="join"/> inside an item, or null to reject such an item.</param>
    /// <param name="secret">True to mask the values wherever they are displayed.</param>
    /// <exception cref="ArgumentException">An item contains a NUL, or an unescaped <paramref name="join"/>.</exception>
    public void AddOptions(
        string property, string name, IEnumerable<string?>? values, string separator = " ", string? join = null, string? joinEscape = null, bool secret = false)
        => AddOptions(property, name, values, static value => value, separator, join, joinEscape, secret);

    /// <inheritdoc cref="AddOptions(string, string, IEnumerable{string?}?, string, string?, string?, bool)"/>
    /// <param name="property">The property that holds the list, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="text">Returns the text of an item, or null for an item that adds nothing.</param>
    /// <param name="separator">The text between name and value. A space makes them two arguments.</param>
    /// <param name="join">The text that joins all items into one value, or null to repeat the option per item.</param>
    /// <param name="joinEscape">The text that escapes <paramref name="join"/> inside an item, or null to reject such an item.</param>
    /// <param name="secret">True to mask the values wherever they are displayed.</param>
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

    /// <inheritdoc cref="AddOptions(string, string, IEnumerable{string?}?, string, string?, string?, bool)"/>
    public void AddOptions(
        string property, string name, OneOrMany<string> values, string separator = " ", string? join = null, string? joinEscape = null, bool secret = false)
        => AddOptions(property, name, values, static value => value, separator, join, joinEscape, secret);

    /// <inheritdoc cref="AddOptions{T}(string, string, IEnumerable{T}?, Func{T, string?}, string, string?, string?, bool)"/>
    public void AddOptions<T>(
        string property,
        string name,
        OneOrMany<T> values,
        Func<T, string?> text,
        string separator = " ",
        string? join = null,
        string? joinEscape = null,
        bool secret = false)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(text);
        if (join is not null && values.Count > 0)
        {
            AddOption(property, name, Joined(property, values, text, join, joinEscape), separator, secret);
            return;
        }

        // Most options aren't set, so they must not cost a boxed struct and its enumerator.
        foreach (var value in values.Values)
        {
            AddOption(property, name, text(value), separator, secret);
        }
    }

    /// <summary>Returns the items as one text, or null if there are none, so that an empty list adds no option.</summary>
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

            // The item "a:" before the joiner "::" would end at its own colon.
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

    /// <summary>Returns the text of an item that the program can separate from the next one.</summary>
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
        $"An item of {property} contains \"{join}\", which separates the items on this command line, so it would become two items. Remove it,  "
        + "or set JoinEscape to the program's escape character.",
        property);
}
