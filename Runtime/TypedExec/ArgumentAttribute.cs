namespace TypedExec;

/// <summary>Marks a property of a command class as a positional argument.</summary>
/// <remarks>
/// Arguments are rendered after the options, ordered by position. A list renders all its items, and other arguments may follow
/// it.
/// </remarks>
/// <param name="position">The position among the arguments, from 0.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ArgumentAttribute(int position) : Attribute
{
    /// <summary>Gets the position among the arguments, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>
    /// Gets or sets a marker, such as <c>--</c>, that is rendered once before this argument's values. It is omitted when there
    /// are no values.
    /// </summary>
    public string? After { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether a value may start with <c>-</c> when no <see cref="After"/> marker protects
    /// it. The default is false, because the program would interpret such a value as an option.
    /// </summary>
    public bool AllowLeadingDash { get; set; }

    /// <summary>Gets or sets the separator between key and value in a dictionary or a list of pairs.</summary>
    /// <remarks>A key that contains it is rejected. The default is <c>"="</c>.</remarks>
    public string PairSeparator { get; set; } = "=";

    /// <summary>
    /// Gets or sets the format of a value, which is applied with the invariant culture; see <see cref="OptionAttribute.Format"/>.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>
    /// Gets or sets a type that has a method <c>static string? ToText(T value)</c>; see <see cref="OptionAttribute.Converter"/>.
    /// </summary>
    public Type? Converter { get; set; }

    /// <summary>Gets or sets how an <see cref="ICommand"/> or a <see cref="Pipeline"/> is rendered.</summary>
    /// <remarks>
    /// By default, its program and each of its arguments become separate arguments. A pipeline of several commands requires
    /// <see cref="ShellQuoting.Posix"/>.
    /// </remarks>
    public ShellQuoting Quoting { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the value is masked in <c>ToString()</c>, errors, events and logs. Default:
    /// false.
    /// </summary>
    public bool Secret { get; set; }
}
