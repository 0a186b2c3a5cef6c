namespace TypedExec;

/// <summary>Marks a property of a command class as an option of the command line, such as <c>--message</c>.</summary>
/// <param name="name">The option's name, including its dashes.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class OptionAttribute(string name) : Attribute
{
    /// <summary>Gets the option's name, including its dashes.</summary>
    public string Name { get; } = name;

    /// <summary>Gets or sets the short form, such as <c>-m</c>. It is rendered only with <see cref="PreferShort"/>.</summary>
    public string? Short { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether <see cref="Short"/> is rendered instead of <see cref="Name"/>. The default is
    /// false.
    /// </summary>
    public bool PreferShort { get; set; }

    /// <summary>Gets or sets the text between name and value.</summary>
    /// <remarks>
    /// With <c>" "</c>, the default, they are two arguments. Any other text, such as <c>"="</c>, makes one argument:
    /// <c>name=value</c>. With <c>""</c> the value is attached to the name, as in <c>-O2</c>, and an empty value is rejected.
    /// </remarks>
    public string Separator { get; set; } = " ";

    /// <summary>
    /// Gets or sets the text that joins the items of a list into one value. By default, the option is repeated for each item.
    /// </summary>
    public string? Join { get; set; }

    /// <summary>
    /// Gets or sets the text that escapes the <see cref="Join"/> text, and itself, inside an item. By default, an item that
    /// contains the <see cref="Join"/> text is rejected.
    /// </summary>
    public string? JoinEscape { get; set; }

    /// <summary>Gets or sets the separator between key and value in a dictionary or a list of pairs.</summary>
    /// <remarks>A key that contains it is rejected. The default is <c>"="</c>.</remarks>
    public string PairSeparator { get; set; } = "=";

    /// <summary>
    /// Gets or sets the format of a value that is a number, a date or another <see cref="IFormattable"/>, which is applied with
    /// the invariant culture.
    /// </summary>
    /// <remarks>
    /// By default, dates and times are formatted as ISO 8601, a <see cref="TimeSpan"/> as seconds, and a number with the
    /// shortest digits and without an exponent.
    /// </remarks>
    public string? Format { get; set; }

    /// <summary>
    /// Gets or sets a type that has a method <c>static string? ToText(T value)</c>, which returns a value's text, or null to omit
    /// the option.
    /// </summary>
    /// <remarks>Use it for types that you can't change. The default is null.</remarks>
    public Type? Converter { get; set; }

    /// <summary>
    /// Gets or sets the text that a <c>bool</c> or <c>bool?</c> renders for true, as in <c>--x=true</c>. By default, the option
    /// is a flag without a value.
    /// </summary>
    public string? TrueValue { get; set; }

    /// <summary>
    /// Gets or sets the text that a <c>bool</c> or <c>bool?</c> renders for false, as in <c>--x=false</c>. By default, false
    /// renders nothing.
    /// </summary>
    public string? FalseValue { get; set; }

    /// <summary>Gets or sets where the option is placed on the command line. By default, it comes before the arguments.</summary>
    public OptionPlace Place { get; set; }

    /// <summary>Gets or sets the flag that a <c>bool?</c> renders when it is false, such as <c>--no-gpg-sign</c>.</summary>
    public string? Negation { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether an <c>int</c> is the number of times that the option is repeated, as in <c>-v
    /// -v</c>, rather than its value. The default is false.
    /// </summary>
    public bool Count { get; set; }

    /// <summary>Gets or sets the minimum number of values after one option.</summary>
    /// <remarks>The default is 1. See <see cref="MaxValues"/>.</remarks>
    public int MinValues { get; set; } = 1;

    /// <summary>Gets or sets the maximum number of values of a list after one option.</summary>
    /// <remarks>
    /// If it is greater than 1, the option isn't repeated and all values follow it, as in <c>--tags a b</c>. Use
    /// <see cref="int.MaxValue"/> for no limit. For a list of lists, the option is rendered once per inner list, and this
    /// limits the length of each. The default is 1.
    /// </remarks>
    public int MaxValues { get; set; } = 1;

    /// <summary>
    /// Gets or sets the names of the options of this class that can't be combined with this one. The default is none.
    /// </summary>
    public string[] ExclusiveOn { get; set; } = [];

    /// <summary>Gets or sets the names of the options of this class that this one requires. The default is none.</summary>
    public string[] DependsOn { get; set; } = [];

    /// <summary>
    /// Gets or sets a value that indicates whether the value is masked in <c>ToString()</c>, errors, events and logs. Default:
    /// false.
    /// </summary>
    public bool Secret { get; set; }
}
