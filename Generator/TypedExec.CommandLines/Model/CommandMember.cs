namespace TypedExec.CommandLines.Model;

/// <summary>
/// An option, an argument or a group of a command class, declared by the user's code or by a specification: how it is set and how
/// it becomes arguments.
/// </summary>
/// <param name="Name">The property's name, without <c>@</c>.</param>
/// <param name="Spelling">The rendered text: the option's name, long or short, possibly several words. Empty for an argument.</param>
/// <param name="Negation">The text that a <c>bool?</c> renders for false.</param>
/// <param name="Separator">The text between name and value.</param>
/// <param name="Join">The text that joins a list's items into one value, or null to repeat the option per item.</param>
/// <param name="After">The marker before an argument's values.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Shape">One value, a flag, a list.</param>
/// <param name="Value">How one value, or an item of a list, becomes text.</param>
/// <param name="Key">How the key of a list of pairs becomes text, or null if it isn't one.</param>
/// <param name="Storage">Where the value is stored, and how the builder sets it.</param>
/// <param name="OtherSpelling">The option's name that isn't rendered, or null if it has only one name.</param>
/// <param name="Details">Rarely used settings.</param>
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
    /// <summary>Gets the name as it is written in code.</summary>
    public string Identifier => Has(MemberTraits.Keyword) ? "@" + Name : Name;

    /// <summary>Gets the member of the class that holds the value: the property, or the field of a generated one.</summary>
    public string Holder => Storage.Field ?? Identifier;

    public OptionPlace Place => Details?.Place ?? OptionPlace.BeforeArguments;

    public bool IsList => Shape is MemberShape.List or MemberShape.OptionalList or MemberShape.Values or MemberShape.Groups or MemberShape.OptionGroupList;

    /// <summary>Returns whether the option has this name.</summary>
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

    /// <summary>Its name is a C# keyword.</summary>
    Keyword = 8,

    /// <summary>The pairs are tuples rather than <c>KeyValuePair</c>s.</summary>
    TuplePairs = 16,

    /// <summary>The list is an <c>ImmutableArray</c>, whose default can't be enumerated.</summary>
    ImmutableArray = 32,

    /// <summary>The list has a <c>Count</c>.</summary>
    Counted = 64,

    /// <summary>The optional values have a type, which is converted to text first.</summary>
    TypedOptionalValue = 128,

    /// <summary>A command line of another program: only its first word must not look like an option.</summary>
    CommandLine = 256,

    /// <summary>The command in it is one argument, quoted for a shell.</summary>
    Quoted = 512,

    /// <summary>Using it is an error, except in code that is obsolete itself.</summary>
    ObsoleteError = 1024,

    /// <summary>The list is a <c>OneOrMany</c>, a struct that is never null.</summary>
    OneOrMany = 2048,
}

/// <summary>The kind of value that a member holds.</summary>
internal enum MemberShape
{
    /// <summary>Set or not: <c>bool</c>.</summary>
    Flag,

    /// <summary>Set, negated, or neither: <c>bool?</c>.</summary>
    NegatableFlag,

    /// <summary>One value.</summary>
    Value,

    /// <summary>The option repeated for each value, or the values joined.</summary>
    List,

    /// <summary>How often the option is repeated: <c>int</c>.</summary>
    Count,

    /// <summary>A value that is optional.</summary>
    OptionalValue,

    /// <summary>The option repeated, each time with an optional value.</summary>
    OptionalList,

    /// <summary>Several values after one option.</summary>
    Values,

    /// <summary>The option repeated, each time with several values after it: a list of lists.</summary>
    Groups,

    /// <summary>A command of another program.</summary>
    Command,

    /// <summary>A group of options.</summary>
    OptionGroup,

    /// <summary>Groups of options, one after another.</summary>
    OptionGroupList,
}

/// <summary>The position of an option on the command line; the runtime's enum of the same name.</summary>
internal enum OptionPlace
{
    BeforeArguments,
    AfterSubcommand,
    AfterArguments,
}
