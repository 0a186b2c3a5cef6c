namespace TypedExec.CommandLines.Model;

/// <summary>A property that becomes an option or a positional argument.</summary>
/// <param name="Name">The property's name, without <c>@</c>.</param>
/// <param name="Spelling">What is rendered: the option's name, long or short. Empty for an argument.</param>
/// <param name="Negation">What a <c>bool?</c> renders for false.</param>
/// <param name="Separator">What stands between name and value.</param>
/// <param name="Join">What joins a list's items to one value; null: repeated per item.</param>
/// <param name="After">The marker before an argument's values.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Shape">One value, a flag, a list.</param>
/// <param name="Value">How one value (of a list: an item) becomes text.</param>
/// <param name="Key">How the key of a list of pairs becomes text; null when it is no list of pairs.</param>
/// <param name="Setting">How the builder sets the property.</param>
/// <param name="OtherSpelling">The option's name that is not rendered; null when it has one name only.</param>
/// <param name="Rules">What the option has beyond that; null for most.</param>
internal sealed record PropertyModel(
    string Name,
    string Spelling,
    string? Negation,
    string Separator,
    string? Join,
    string? After,
    PropertyTraits Traits,
    PropertyShape Shape,
    ValueModel Value,
    ValueModel? Key,
    SettingModel Setting,
    string? OtherSpelling = null,
    OptionRules? Rules = null)
{
    /// <summary>The name as code writes it.</summary>
    public string Identifier => Has(PropertyTraits.Keyword) ? "@" + Name : Name;

    /// <summary>Whether the option is called so.</summary>
    public bool IsSpelled(string name) => Spelling == name || OtherSpelling == name;

    public bool Has(PropertyTraits trait) => (Traits & trait) != 0;
}

/// <summary>The settings of a property that are on or off.</summary>
[Flags]
internal enum PropertyTraits
{
    None = 0,
    Secret = 1,
    AllowLeadingDash = 2,
    Required = 4,
    Nullable = 8,

    /// <summary>Its name is a keyword of C#.</summary>
    Keyword = 16,

    /// <summary>The pairs are tuples rather than <c>KeyValuePair</c>s.</summary>
    TuplePairs = 32,
}

/// <summary>What a property holds.</summary>
internal enum PropertyShape
{
    Flag,
    NegatableFlag,
    Value,
    List,
    ImmutableArray,

    /// <summary>How often the option is given.</summary>
    Count,

    /// <summary>A value that may be left out.</summary>
    OptionalValue,

    /// <summary>The option repeated, each with a value or none.</summary>
    OptionalList,

    /// <summary>The option repeated, each with several values behind it.</summary>
    Groups,
}
