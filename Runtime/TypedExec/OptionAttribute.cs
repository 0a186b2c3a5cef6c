namespace TypedExec;

/// <summary>Makes a property of a command class an option of the command line, such as <c>--message</c>.</summary>
/// <param name="name">The option's name with its dashes, as the program spells it.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class OptionAttribute(string name) : Attribute
{
    /// <summary>The option's name with its dashes, as the program spells it.</summary>
    public string Name { get; } = name;

    /// <summary>The short spelling, such as <c>-m</c>. Rendered only with <see cref="PreferShort"/>.</summary>
    public string? Short { get; set; }

    /// <summary>Whether <see cref="Short"/> is rendered instead of <see cref="Name"/>. Default: false.</summary>
    public bool PreferShort { get; set; }

    /// <summary>
    /// What stands between name and value. <c>" "</c> (the default): two arguments; <c>"="</c>: one argument
    /// <c>name=value</c>; <c>""</c>: glued, as in <c>-O2</c>, where an empty value is refused; any other text stands in one argument.
    /// </summary>
    public string Separator { get; set; } = " ";

    /// <summary>For a list: its items in one value, joined by this text. Default: the option is repeated per item.</summary>
    public string? Join { get; set; }

    /// <summary>
    /// With <see cref="Join"/>: what goes before a joiner inside an item, and before itself. Default: an item that holds the
    /// joiner is refused.
    /// </summary>
    public string? JoinEscape { get; set; }

    /// <summary>
    /// For a dictionary or a list of pairs: what stands between key and value. Default: <c>"="</c>. A key that holds it is
    /// refused.
    /// </summary>
    public string PairSeparator { get; set; } = "=";

    /// <summary>
    /// For numbers, dates and all that is <see cref="IFormattable"/>: the format of a value, in the invariant culture. Default:
    /// ISO 8601 for dates and times, seconds for a <see cref="TimeSpan"/>, the shortest digits without an exponent for numbers.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>
    /// A type with a method <c>static string? ToText(T value)</c>, which gives a value's text; null adds nothing. For types
    /// that are not yours. Default: none.
    /// </summary>
    public Type? Converter { get; set; }

    /// <summary>For a <c>bool</c> or <c>bool?</c>: the value that stands for true, as in <c>--x=true</c>. Default: a flag, without a value.</summary>
    public string? TrueValue { get; set; }

    /// <summary>For a <c>bool</c> or <c>bool?</c>: the value that stands for false, as in <c>--x=false</c>. Default: false adds nothing.</summary>
    public string? FalseValue { get; set; }

    /// <summary>Where the option goes on the command line. Default: before the arguments.</summary>
    public OptionPlace Place { get; set; }

    /// <summary>For a <c>bool?</c>: what is rendered when the value is false, such as <c>--no-gpg-sign</c>.</summary>
    public string? Negation { get; set; }

    /// <summary>
    /// For an <c>int</c>: the number is how often the option is given, as in <c>-v -v</c>, and not its value. Default: false.
    /// </summary>
    public bool Count { get; set; }

    /// <summary>How many values go behind one option at least. Default: 1. See <see cref="MaxValues"/>.</summary>
    public int MinValues { get; set; } = 1;

    /// <summary>
    /// For a list: how many values go behind one option at most; above 1, all of them stand behind one option,
    /// <c>--tags a b</c>, instead of the option repeated. <see cref="int.MaxValue"/>: any number. Default: 1. For a list of
    /// lists the option is given once per inner list, whose length this is the limit of when it is set.
    /// </summary>
    public int MaxValues { get; set; } = 1;

    /// <summary>The names of options of this class that cannot be given together with this one. Default: none.</summary>
    public string[] ExclusiveOn { get; set; } = [];

    /// <summary>The names of options of this class without which this one cannot be given. Default: none.</summary>
    public string[] DependsOn { get; set; } = [];

    /// <summary>Whether the value is masked in <c>ToString()</c>, errors, events and logs. Default: false.</summary>
    public bool Secret { get; set; }
}
