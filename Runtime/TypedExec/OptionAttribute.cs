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
    /// <c>name=value</c>; <c>""</c>: glued, as in <c>-O2</c>; any other text stands in one argument.
    /// </summary>
    public string Separator { get; set; } = " ";

    /// <summary>For a list: its items in one value, joined by this text. Default: the option is repeated per item.</summary>
    public string? Join { get; set; }

    /// <summary>For a <c>bool?</c>: what is rendered when the value is false, such as <c>--no-gpg-sign</c>.</summary>
    public string? Negation { get; set; }

    /// <summary>Whether the value is masked in <c>ToString()</c>, errors, events and logs. Default: false.</summary>
    public bool Secret { get; set; }
}
