namespace TypedExec;

/// <summary>Specifies how a parameter of a <see cref="RunAttribute">[Run]</see> method is rendered in the arguments.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class HoleAttribute : Attribute
{
    /// <summary>
    /// Gets or sets a value that indicates whether a word may begin with this value even if it starts with <c>-</c>. The default
    /// is false, because the program would interpret such a value as an option.
    /// </summary>
    public bool AllowLeadingDash { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the value is masked in errors, events and logs. Default: false.
    /// </summary>
    public bool Secret { get; set; }

    /// <summary>Gets or sets the separator that joins the items of a list into one value, such as <c>","</c>.</summary>
    /// <remarks>An item that contains it is rejected. The default is null: one word per item.</remarks>
    public string? Join { get; set; }

    /// <summary>
    /// Gets or sets the .NET format string of the value, such as <c>"yyyy-MM-dd"</c>, which is applied with the invariant
    /// culture. The default is null.
    /// </summary>
    public string? Format { get; set; }
}
