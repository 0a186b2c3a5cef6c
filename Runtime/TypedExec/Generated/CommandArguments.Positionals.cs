namespace TypedExec.Generated;

// Positional arguments: values that the program distinguishes from options only by their first character.
public sealed partial class CommandArguments
{
    // After a marker such as "--", the program doesn't interpret anything as an option.
    private bool _isAfterMarker;

    // Everything after "--" stays after it. Another marker, such as find's -exec, applies only to its own group.
    private bool _isAfterDashes;

    /// <summary>Gets whether a marker has been added, so that values may start with a dash.</summary>
    internal bool IsAfterMarker => _isAfterMarker;

    /// <summary>Adds a positional argument, or nothing if the value is null.</summary>
    /// <param name="property">The property that holds the value, named in errors.</param>
    /// <param name="value">The value. An empty string stays an empty argument.</param>
    /// <param name="after">A marker, such as <c>--</c>, that comes before the value.</param>
    /// <param name="allowLeadingDash">True if the value may start with <c>-</c> when no marker protects it.</param>
    /// <param name="secret">True to mask the value wherever it is displayed.</param>
    /// <exception cref="ArgumentException">The value contains a NUL, or starts with <c>-</c> where that isn't allowed.</exception>
    public void AddArgument(
        string property, string? value, string? after = null, bool allowLeadingDash = false, bool secret = false)
    {
        if (value is not null)
        {
            AddMarker(after);
            AddPositional(property, value, allowLeadingDash, secret);
        }
    }

    /// <inheritdoc cref="AddArgument(string, string?, string?, bool, bool)"/>
    /// <remarks>The value is formatted with the invariant culture.</remarks>
    public void AddArgument<T>(
        string property, T? value, string? after = null, bool allowLeadingDash = false, bool secret = false)
        where T : IFormattable
        => AddArgument(property, Format(value), after, allowLeadingDash, secret);

    /// <inheritdoc cref="AddArgument(string, string?, string?, bool, bool)"/>
    /// <remarks>The value is formatted with the invariant culture.</remarks>
    public void AddArgument<T>(
        string property, T? value, string? after = null, bool allowLeadingDash = false, bool secret = false)
        where T : struct, IFormattable
        => AddArgument(property, Format(value), after, allowLeadingDash, secret);

    /// <summary>Adds the items of a list as positional arguments.</summary>
    /// <param name="property">The property that holds the list, named in errors.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="after">A marker, such as <c>--</c>, that comes before the first item. It is omitted if there are no items.</param>
    /// <param name="allowLeadingDash">True if an item may start with <c>-</c> when no marker protects it.</param>
    /// <param name="secret">True to mask the items wherever they are displayed.</param>
    /// <exception cref="ArgumentException">An item contains a NUL, or starts with <c>-</c> where that isn't allowed.</exception>
    public void AddArguments(
        string property, IEnumerable<string?>? values, string? after = null, bool allowLeadingDash = false, bool secret = false)
        => AddArguments(property, values, static value => value, after, allowLeadingDash, secret);

    /// <inheritdoc cref="AddArguments(string, IEnumerable{string?}?, string?, bool, bool)"/>
    /// <param name="property">The property that holds the list, named in errors.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="text">Returns the text of an item, or null for an item that adds nothing.</param>
    /// <param name="after">A marker, such as <c>--</c>, that comes before the first item. It is omitted if there are no items.</param>
    /// <param name="allowLeadingDash">True if an item may start with <c>-</c> when no marker protects it.</param>
    /// <param name="secret">True to mask the items wherever they are displayed.</param>
    public void AddArguments<T>(
        string property,
        IEnumerable<T>? values,
        Func<T, string?> text,
        string? after = null,
        bool allowLeadingDash = false,
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (values is null)
        {
            return;
        }

        var first = true;
        foreach (var value in values)
        {
            if (text(value) is not { } argument)
            {
                continue;
            }

            if (first)
            {
                AddMarker(after);
                first = false;
            }

            AddPositional(property, argument, allowLeadingDash, secret);
        }
    }

    /// <summary>
    /// Adds, if it is set, the marker after which the program doesn't interpret anything as an option. Values that follow may
    /// start with <c>-</c>.
    /// </summary>
    /// <param name="marker">The marker, usually <c>--</c>.</param>
    /// <param name="value">True if it is set.</param>
    public void AddMarker(string marker, bool value) => AddMarker(value ? marker : null);

    /// <summary>
    /// Adds the command line of another program that this one runs. Its first word must not start with <c>-</c>; everything after
    /// it is that program's own.
    /// </summary>
    /// <param name="property">The property that holds the values, named in errors.</param>
    /// <param name="values">The program and its arguments. A null list and null items add nothing.</param>
    /// <param name="secret">True to mask the values wherever they are displayed.</param>
    /// <exception cref="ArgumentException">A value contains a NUL, or the first one starts with <c>-</c>.</exception>
    public void AddCommandLine(string property, IEnumerable<string?>? values, bool secret = false)
    {
        var isFirst = true;
        foreach (var value in values ?? [])
        {
            if (value is not null)
            {
                AddPositional(property, value, allowLeadingDash: !isFirst, secret);
                isFirst = false;
            }
        }
    }

    private void AddMarker(string? marker)
    {
        if (marker is not null)
        {
            Add(marker);
            _isAfterMarker = true;
            _isAfterDashes |= marker == "--";
        }
    }

    private void AddPositional(string property, string value, bool allowLeadingDash, bool secret)
    {
        ThrowIfNul(property, value);
        RefuseDash(property, value, allowLeadingDash, secret ? Mask : value);
        AddValue(value, secret);
    }

    private void RefuseDash(string property, string value, bool allowLeadingDash, string shown)
    {
        // A single "-" isn't an option: by convention it represents stdin or stdout.
        if (!allowLeadingDash && !_isAfterMarker && value.Length > 1 && value[0] == '-')
        {
            throw new ArgumentException(
                $"The argument {property} would be interpreted as an option because it starts with '-': \"{shown}\". Put a marker  "
                + "before it with [Argument(After = \"--\")] if the program supports one, write a path as \"./-name\", or "
                + "allow it with [Argument(AllowLeadingDash = true)].",
                property);
        }
    }
}
