namespace TypedExec.Generated;

// Positional arguments: values that the program tells from options only by how they begin.
public sealed partial class CommandArguments
{
    // Behind a marker such as "--" the program takes nothing for an option any more.
    private bool _behindMarker;

    // What is behind "--" stays behind it; another marker, such as find's -exec, holds for its group alone.
    private bool _behindDashes;

    /// <summary>Whether a marker has been added, so that values may start with a dash.</summary>
    internal bool IsBehindMarker => _behindMarker;

    /// <summary>Adds a positional argument; nothing when the value is null.</summary>
    /// <param name="property">The property that holds the value; errors name it.</param>
    /// <param name="value">The value. An empty text stays an empty argument.</param>
    /// <param name="after">A marker, such as <c>--</c>, that goes before the value.</param>
    /// <param name="allowLeadingDash">Whether the value may start with <c>-</c> although no marker protects it.</param>
    /// <param name="secret">Whether the value is masked wherever it is shown.</param>
    /// <exception cref="ArgumentException">
    /// The value holds a NUL, or starts with <c>-</c> and nothing allows that.
    /// </exception>
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
    /// <remarks>The value is formatted for the invariant culture.</remarks>
    public void AddArgument<T>(
        string property, T? value, string? after = null, bool allowLeadingDash = false, bool secret = false)
        where T : IFormattable
        => AddArgument(property, Format(value), after, allowLeadingDash, secret);

    /// <inheritdoc cref="AddArgument(string, string?, string?, bool, bool)"/>
    /// <remarks>The value is formatted for the invariant culture.</remarks>
    public void AddArgument<T>(
        string property, T? value, string? after = null, bool allowLeadingDash = false, bool secret = false)
        where T : struct, IFormattable
        => AddArgument(property, Format(value), after, allowLeadingDash, secret);

    /// <summary>Adds the items of a list as positional arguments.</summary>
    /// <param name="property">The property that holds the list; errors name it.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="after">A marker, such as <c>--</c>, that goes before the first item, and is left out when there is none.</param>
    /// <param name="allowLeadingDash">Whether an item may start with <c>-</c> although no marker protects it.</param>
    /// <param name="secret">Whether the items are masked wherever they are shown.</param>
    /// <exception cref="ArgumentException">
    /// An item holds a NUL, or starts with <c>-</c> and nothing allows that.
    /// </exception>
    public void AddArguments(
        string property, IEnumerable<string?>? values, string? after = null, bool allowLeadingDash = false, bool secret = false)
        => AddArguments(property, values, static value => value, after, allowLeadingDash, secret);

    /// <inheritdoc cref="AddArguments(string, IEnumerable{string?}?, string?, bool, bool)"/>
    /// <param name="property">The property that holds the list; errors name it.</param>
    /// <param name="values">The items. A null list and null items add nothing.</param>
    /// <param name="text">Gives an item's text, or null for an item that adds nothing.</param>
    /// <param name="after">A marker, such as <c>--</c>, that goes before the first item, and is left out when there is none.</param>
    /// <param name="allowLeadingDash">Whether an item may start with <c>-</c> although no marker protects it.</param>
    /// <param name="secret">Whether the items are masked wherever they are shown.</param>
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
    /// Adds the marker behind which the program takes nothing for an option any more, when it is set. Values that follow may
    /// start with <c>-</c>.
    /// </summary>
    /// <param name="marker">The marker, mostly <c>--</c>.</param>
    /// <param name="value">Whether it is set.</param>
    public void AddMarker(string marker, bool value) => AddMarker(value ? marker : null);

    /// <summary>
    /// Adds a command line of another program, which this one runs. What it begins with must not start with <c>-</c>; all that
    /// follows is that program's own.
    /// </summary>
    /// <param name="property">The property that holds the values; errors name it.</param>
    /// <param name="values">The program and its arguments. A null list and null items add nothing.</param>
    /// <param name="secret">Whether the values are masked wherever they are shown.</param>
    /// <exception cref="ArgumentException">A value holds a NUL, or the first one starts with <c>-</c>.</exception>
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
            _behindMarker = true;
            _behindDashes |= marker == "--";
        }
    }

    private void AddPositional(string property, string value, bool allowLeadingDash, bool secret)
    {
        RefuseNul(property, value);
        RefuseDash(property, value, allowLeadingDash, secret ? Mask : value);
        AddValue(value, secret);
    }

    private void RefuseDash(string property, string value, bool allowLeadingDash, string shown)
    {
        // A lone "-" is no option: by convention it stands for stdin or stdout.
        if (!allowLeadingDash && !_behindMarker && value.Length > 1 && value[0] == '-')
        {
            throw new ArgumentException(
                $"The argument {property} would be taken for an option, as it starts with '-': \"{shown}\". Put a marker "
                + "before it with [Argument(After = \"--\")] where the program knows one, write a path as \"./-name\", or "
                + "allow it with [Argument(AllowLeadingDash = true)].",
                property);
        }
    }
}
