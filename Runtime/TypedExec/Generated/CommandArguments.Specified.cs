namespace TypedExec.Generated;

// Only specifications use these: options that count, values that are optional, values in groups, and options that require or
// exclude each other.
public sealed partial class CommandArguments
{
    /// <summary>Adds an option that counts, such as <c>-v -v</c>, the specified number of times.</summary>
    /// <param name="property">The property that holds the number, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="times">How often to add the option.</param>
    /// <param name="max">How often the program accepts it at most.</param>
    /// <exception cref="ArgumentException">The number is negative or greater than <paramref name="max"/>.</exception>
    public void AddCount(string property, string name, int times, int max = int.MaxValue)
    {
        if (times < 0)
        {
            throw new ArgumentException($"{property} is the number of times that {name} is specified. Set it to 0 or more, not {times}.", property);
        }

        ThrowIfRepeated(property, name, times, max);
        for (var i = 0; i < times; i++)
        {
            AddName(name);
        }
    }

    /// <summary>Adds an option whose value is optional.</summary>
    /// <param name="property">The property that holds the value, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="value">The value, the option alone, or nothing.</param>
    /// <param name="separator">The text between name and value. Without it, the value would be a separate argument.</param>
    /// <param name="secret">True to mask the value wherever it is displayed.</param>
    /// <exception cref="ArgumentException">The value contains a NUL, or would be interpreted as an option.</exception>
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

    /// <summary>Adds an option whose value is optional, once per item.</summary>
    /// <param name="property">The property that holds the list, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="values">The items. A null list adds nothing.</param>
    /// <param name="separator">The text between name and value.</param>
    /// <param name="secret">True to mask the values wherever they are displayed.</param>
    /// <exception cref="ArgumentException">A value contains a NUL, or would be interpreted as an option.</exception>
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

    /// <summary>Adds an option with several values after it, or nothing if there are none.</summary>
    /// <param name="property">The property that holds the values, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="values">The values. A null list and null values add nothing.</param>
    /// <param name="text">Returns the text of a value, or null for one that adds nothing.</param>
    /// <param name="min">The minimum number of values.</param>
    /// <param name="max">The maximum number of values.</param>
    /// <param name="separator">The text between the name and the first value. A space makes them two arguments.</param>
    /// <param name="secret">True to mask the values wherever they are displayed.</param>
    /// <exception cref="ArgumentException">There are too few or too many values, one contains a NUL, or an optional one starts
    /// with <c>-</c>.</exception>
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
            throw new ArgumentException($"{name} takes {wanted} values, but {property} has {texts.Length}.", property);
        }

        for (var i = 0; i < texts.Length; i++)
        {
            // If their number is fixed, the program takes the values as they are. Otherwise it would stop at one that looks like
            // an option.
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
                ThrowIfNul(property, texts[i]);
                AddValue(texts[i], secret);
            }
        }
    }

    /// <summary>Adds an option once per group of values.</summary>
    /// <param name="property">The property that holds the groups, named in errors.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="groups">The groups. A null list adds nothing.</param>
    /// <param name="min">The minimum number of values in a group.</param>
    /// <param name="max">The maximum number of values in a group.</param>
    /// <param name="separator">The text between the name and the first value.</param>
    /// <param name="secret">True to mask the values wherever they are displayed.</param>
    /// <exception cref="ArgumentException">A group has too few or too many values, one contains a NUL, or an optional one starts
    /// with <c>-</c>.</exception>
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

    /// <summary>Throws if an option is specified more often than the program accepts it.</summary>
    /// <param name="property">The property that holds the option, named in the error.</param>
    /// <param name="name">The option's name, including its dashes.</param>
    /// <param name="times">How often it is specified.</param>
    /// <param name="max">How often the program accepts it at most.</param>
    /// <exception cref="ArgumentException">It is specified more often.</exception>
    public static void ThrowIfRepeated(string property, string name, int times, int max)
    {
        if (times > max)
        {
            throw new ArgumentException($"{name} can be specified at most {max} times, but {property} specifies it {times} times.", property);
        }
    }

    /// <summary>Creates the exception for two options that are set but mutually exclusive.</summary>
    /// <param name="property">The property of the first option.</param>
    /// <param name="name">The name of the first option, including its dashes.</param>
    /// <param name="otherProperty">The property of the second option.</param>
    /// <param name="other">The name of the second option, including its dashes.</param>
    public static ArgumentException MutuallyExclusiveException(string property, string name, string otherProperty, string other)
        => new($"{name} ({property}) and {other} ({otherProperty}) are mutually exclusive. Set only one of them.", property);

    /// <summary>Creates the exception for an option that is set without one that it requires.</summary>
    /// <param name="property">The property of the option.</param>
    /// <param name="name">The name of the option, including its dashes.</param>
    /// <param name="otherProperty">The property of the required option.</param>
    /// <param name="other">The name of the required option.</param>
    public static ArgumentException MissingDependencyException(string property, string name, string otherProperty, string other)
        => new($"{name} ({property}) requires {other}. Set {otherProperty} too.", property);

    private static void RefuseLeadingDash(string property, string value, string separator, bool secret)
    {
        if (separator == " " && value.Length > 1 && value[0] == '-')
        {
            throw new ArgumentException(
                $"A value of {property} would be interpreted as an option because it starts with '-': \"{(secret ? Mask : value)}\". Write a path "
                + "as \"./-name\", or declare the property yourself with [Option] and a Separator that the program supports.",
                property);
        }
    }
}
