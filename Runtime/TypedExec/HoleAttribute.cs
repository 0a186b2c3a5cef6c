namespace TypedExec;

/// <summary>How a parameter of a <see cref="RunAttribute">[Run]</see> method is written into the arguments.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class HoleAttribute : Attribute
{
    /// <summary>
    /// Whether a word may begin with this value although it starts with <c>-</c>. Default: false, because the program would
    /// take such a value for an option.
    /// </summary>
    public bool AllowLeadingDash { get; set; }

    /// <summary>Whether the value is masked in errors, events and logs. Default: false.</summary>
    public bool Secret { get; set; }

    /// <summary>
    /// Joins the items of a list into one value, such as <c>","</c>. An item that contains the separator is refused. Default:
    /// null, one word per item.
    /// </summary>
    public string? Join { get; set; }

    /// <summary>A .NET format string for the value, such as <c>"yyyy-MM-dd"</c>, always for the invariant culture. Default: null.</summary>
    public string? Format { get; set; }
}
