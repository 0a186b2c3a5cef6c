namespace TypedExec;

/// <summary>
/// Makes a property of a command class a positional argument, rendered after all options. A list is the tail and must
/// have the last position.
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

    /// <summary>Whether the value is masked in <c>ToString()</c>, errors, events and logs. Default: false.</summary>
    public bool Secret { get; set; }
}
