namespace TypedExec;

/// <summary>
/// Makes a property of a command class a positional argument, rendered after the options, in the order of the
/// positions. A list adds all its items; other arguments may follow it.
/// </summary>
/// <param name="position">The position among the arguments, from 0.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ArgumentAttribute(int position) : Attribute
{
    /// <summary>The position among the arguments, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>
    /// A marker, such as <c>--</c>, that is put once before this argument's values, and not at all when there are none.
    /// </summary>
    public string? After { get; set; }

    /// <summary>
    /// Whether a value may start with <c>-</c> although no <see cref="After"/> marker protects it. Default: false, as
    /// the program would take such a value for an option.
    /// </summary>
    public bool AllowLeadingDash { get; set; }

    /// <summary>
    /// For a dictionary or a list of pairs: what stands between key and value. Default: <c>"="</c>. A key that holds it is
    /// refused.
    /// </summary>
    public string PairSeparator { get; set; } = "=";

    /// <summary>The format of a value, in the invariant culture; see <see cref="OptionAttribute.Format"/>.</summary>
    public string? Format { get; set; }

    /// <summary>A type with a method <c>static string? ToText(T value)</c>; see <see cref="OptionAttribute.Converter"/>.</summary>
    public Type? Converter { get; set; }

    /// <summary>
    /// For an <see cref="ICommand"/> or a <see cref="Pipeline"/>: how it is written. Default: its program and its arguments, an
    /// argument each. A pipeline of several commands needs <see cref="ShellQuoting.Posix"/>.
    /// </summary>
    public ShellQuoting Quoting { get; set; }

    /// <summary>Whether the value is masked in <c>ToString()</c>, errors, events and logs. Default: false.</summary>
    public bool Secret { get; set; }
}
