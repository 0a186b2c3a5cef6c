namespace TypedExec.CommandLines.Model;

/// <summary>
/// An option, an argument or a group of a command class, whether the user's code or a specification declares it: all that is
/// known of how it is set and how it becomes arguments.
/// </summary>
/// <param name="Name">The property's name, without <c>@</c>.</param>
/// <param name="Spelling">What is rendered: the option's name, long or short, perhaps of several words. Empty for an argument.</param>
/// <param name="Negation">What a <c>bool?</c> renders for false.</param>
/// <param name="Separator">What stands between name and value.</param>
/// <param name="Join">What joins a list's items to one value; null: repeated per item.</param>
/// <param name="After">The marker before an argument's values.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Shape">One value, a flag, a list.</param>
/// <param name="Value">How one value (of a list: an item) becomes text.</param>
/// <param name="Key">How the key of a list of pairs becomes text; null when it is no list of pairs.</param>
/// <param name="Storage">Where the value is, and how the builder sets it.</param>
/// <param name="OtherSpelling">The option's name that is not rendered; null when it has one name only.</param>
/// <param name="Details">What few members have beyond that.</param>
internal sealed record CommandMember(
    string Name,
    string Spelling,
    string? Negation,
    string Separator,
    string? Join,
    string? After,
    MemberTraits Traits,
    MemberShape Shape,
    ValueModel Value,
    ValueModel? Key,
    MemberStorage Storage,
    string? OtherSpelling = null,
    MemberDetails? Details = null)
{
    /// <summary>The name as code writes it.</summary>
    public string Identifier => Has(MemberTraits.Keyword) ? "@" + Name : Name;

    /// <summary>What holds the value, as a member of the class: the property, or the field of a generated one.</summary>
    public string Holder => Storage.Field ?? Identifier;

    public OptionPlace Place => Details?.Place ?? OptionPlace.BeforeArguments;

    public bool IsList => Shape is MemberShape.List or MemberShape.OptionalList or MemberShape.Values or MemberShape.Groups or MemberShape.OptionGroupList;

    /// <summary>Whether the option is called so.</summary>
    public bool IsSpelled(string name) => Spelling == name || OtherSpelling == name;

    public bool Has(MemberTraits trait) => (Traits & trait) != 0;
}

/// <summary>The settings of a member that are on or off.</summary>
[Flags]
internal enum MemberTraits
{
    None = 0,
    Secret = 1,
    AllowLeadingDash = 2,
    Required = 4,

    /// <summary>Its name is a keyword of C#.</summary>
    Keyword = 8,

    /// <summary>The pairs are tuples rather than <c>KeyValuePair</c>s.</summary>
    TuplePairs = 16,

    /// <summary>The list is an <c>ImmutableArray</c>, whose default cannot be enumerated.</summary>
    ImmutableArray = 32,

    /// <summary>The list has a <c>Count</c>.</summary>
    Counted = 64,

    /// <summary>The optional values have a type, which becomes text first.</summary>
    TypedOptionalValue = 128,

    /// <summary>A command line of another program: only what it begins with must not look like an option.</summary>
    CommandLine = 256,

    /// <summary>The command that it holds is one argument, quoted for a shell.</summary>
    Quoted = 512,

    /// <summary>Using it is an error, except in code that is obsolete itself.</summary>
    ObsoleteError = 1024,
}

/// <summary>What a member holds.</summary>
internal enum MemberShape
{
    /// <summary>Given or not: <c>bool</c>.</summary>
    Flag,

    /// <summary>Given, negated, or neither: <c>bool?</c>.</summary>
    NegatableFlag,

    /// <summary>One value.</summary>
    Value,

    /// <summary>The option repeated with a value each, or the values joined.</summary>
    List,

    /// <summary>How often the option is given: <c>int</c>.</summary>
    Count,

    /// <summary>A value that may be left out.</summary>
    OptionalValue,

    /// <summary>The option repeated, each with a value or none.</summary>
    OptionalList,

    /// <summary>Several values behind one option.</summary>
    Values,

    /// <summary>The option repeated, each with several values behind it: a list of lists.</summary>
    Groups,

    /// <summary>A command of another program.</summary>
    Command,

    /// <summary>A group of options.</summary>
    OptionGroup,

    /// <summary>Groups of options, one after another.</summary>
    OptionGroupList,
}

/// <summary>Where an option goes on the command line; the runtime's enum of the same name.</summary>
internal enum OptionPlace
{
    BeforeArguments,
    AfterSubcommand,
    AfterArguments,
}
