namespace TypedExec.Generated;

// What only specifications have: options that count, values that may be left out, values in groups, options that need or bar each other.
public sealed partial class CommandArguments
{
    /// <summary>Adds an option that counts, such as <c>-v -v</c>, this many times.</summary>
    /// <param name="property">The property that holds the number; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="times">How often; 0: not at all.</param>
    /// <param name="max">How often the program takes it at most.</param>
    /// <exception cref="ArgumentException">The number is negative or greater than what the program takes.</exception>
    public void AddCount(string property, string name, int times, int max = int.MaxValue)
    {
        if (times < 0)
        {
            throw new ArgumentException($"{property} is how often {name} is given: set it to 0 or more, not {times}.", property);
        }

        RefuseMore(property, name, times, max);
        for (var i = 0; i < times; i++)
        {
            AddName(name);
        }
    }

    /// <summary>Adds an option whose value may be left out.</summary>
    /// <param name="property">The property that holds the value; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="value">The value, or the option alone, or nothing.</param>
    /// <param name="separator">What stands between name and value, without which the value would be an argument of its own.</param>
    /// <param name="secret">Whether the value is masked wherever it is shown.</param>
    /// <exception cref="ArgumentException">The value holds a NUL, or would be taken for an option.</exception>
    public void AddOptionalValue(string property, string name, OptionalValue value, string separator = "=", bool secret = false)
    {
        if (value.HasValue)
        {
            RefuseLeadingDash(property, value.Value, separator, secret);
            AddOption(property, name, value.Value, separator, secret);
        }
        else if (value.IsSet)
        {
            AddName(name);
        }
    }

    /// <summary>Adds an option whose value may be left out, once per item.</summary>
    /// <param name="property">The property that holds the list; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="values">The items. A null list adds nothing.</param>
    /// <param name="separator">What stands between name and value.</param>
    /// <param name="secret">Whether the values are masked wherever they are shown.</param>
    /// <exception cref="ArgumentException">A value holds a NUL, or would be taken for an option.</exception>
    public void AddOptionalValues(
        string property, string name, IEnumerable<OptionalValue>? values, string separator = "=", bool secret = false)
    {
        foreach (var value in values ?? [])
        {
            AddOptionalValue(property, name, value, separator, secret);
        }
    }

    /// <inheritdoc cref="AddValues{T}"/>
    public void AddValues(
        string property, string name, IEnumerable<string?>? values, int min, int max = int.MaxValue, string separator = " ", bool secret = false)
        => AddValues(property, name, values, static value => value, min, max, separator, secret);

    /// <summary>Adds an option with several values behind it; nothing when there are none.</summary>
    /// <param name="property">The property that holds the values; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="values">The values. A null list and null values add nothing.</param>
    /// <param name="text">Gives a value's text, or null for one that adds nothing.</param>
    /// <param name="min">How many it takes at least.</param>
    /// <param name="max">How many it takes at most.</param>
    /// <param name="separator">What stands between the name and the first value; a space makes them two arguments.</param>
    /// <param name="secret">Whether the values are masked wherever they are shown.</param>
    /// <exception cref="ArgumentException">
    /// There are too few or too many, one holds a NUL, or one that the program could do without starts with <c>-</c>.
    /// </exception>
    public void AddValues<T>(
        string property,
        string name,
        IEnumerable<T>? values,
        Func<T, string?> text,
        int min,
        int max = int.MaxValue,
        string separator = " ",
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] texts = [.. (values ?? []).Select(text).OfType<string>()];
        if (texts.Length == 0)
        {
            return;
        }

        if (texts.Length < min || texts.Length > max)
        {
            var wanted = max == int.MaxValue ? $"at least {min}" : min == max ? $"exactly {min}" : $"{min} to {max}";
            throw new ArgumentException($"{name} takes {wanted} values, and {property} holds {texts.Length}.", property);
        }

        for (var i = 0; i < texts.Length; i++)
        {
            // With a fixed number the program takes them as they come; else it would stop at what looks like an option.
            if (min != max)
            {
                RefuseLeadingDash(property, texts[i], i == 0 ? separator : " ", secret);
            }

            if (i == 0)
            {
                AddOption(property, name, texts[i], separator, secret);
            }
            else
            {
                RefuseNul(property, texts[i]);
                AddValue(texts[i], secret);
            }
        }
    }

    /// <summary>Adds an option once per group of values.</summary>
    /// <param name="property">The property that holds the groups; errors name it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="groups">The groups. A null list adds nothing.</param>
    /// <param name="min">How many values a group has at least.</param>
    /// <param name="max">How many values a group has at most.</param>
    /// <param name="separator">What stands between the name and the first value.</param>
    /// <param name="secret">Whether the values are masked wherever they are shown.</param>
    /// <exception cref="ArgumentException">As for one group.</exception>
    public void AddValueGroups(
        string property,
        string name,
        IEnumerable<IReadOnlyList<string>>? groups,
        int min,
        int max = int.MaxValue,
        string separator = " ",
        bool secret = false)
    {
        foreach (var group in groups ?? [])
        {
            AddValues(property, name, group, min, max, separator, secret);
        }
    }

    /// <summary>Refuses an option that is given more often than the program takes it.</summary>
    /// <param name="property">The property that holds the option; the error names it.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="times">How often it is given.</param>
    /// <param name="max">How often the program takes it at most.</param>
    /// <exception cref="ArgumentException">It is given more often.</exception>
    public static void RefuseMore(string property, string name, int times, int max)
    {
        if (times > max)
        {
            throw new ArgumentException($"{name} can be given {max} times at most, and {property} gives it {times} times.", property);
        }
    }

    /// <summary>What generated code throws when two options are set that cannot be given together.</summary>
    /// <param name="property">The property of the one.</param>
    /// <param name="name">The one's name with its dashes.</param>
    /// <param name="otherProperty">The property of the other.</param>
    /// <param name="other">The other's name with its dashes.</param>
    public static ArgumentException Exclusive(string property, string name, string otherProperty, string other)
        => new($"{name} ({property}) and {other} ({otherProperty}) cannot be given together. Set only one of them.", property);

    /// <summary>What generated code throws when an option is set without one that it needs.</summary>
    /// <param name="property">The property of the option.</param>
    /// <param name="name">The option's name with its dashes.</param>
    /// <param name="otherProperty">The property of the one that it needs.</param>
    /// <param name="other">The name of the one that it needs.</param>
    public static ArgumentException Dependent(string property, string name, string otherProperty, string other)
        => new($"{name} ({property}) can only be given together with {other}. Set {otherProperty} too.", property);

    private static void RefuseLeadingDash(string property, string value, string separator, bool secret)
    {
        if (separator == " " && value.Length > 1 && value[0] == '-')
        {
            throw new ArgumentException(
                $"A value of {property} would be taken for an option, as it starts with '-': \"{(secret ? Mask : value)}\". Write a path "
                + "as \"./-name\", or declare the property yourself with [Option] and the Separator that the program knows.",
                property);
        }
    }
}
