using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>
/// A program or subcommand as described in its specification, without what C# has no use for. It contains only values, compared
/// by value, and no position in the file, so that an edit of its layout changes nothing.
/// </summary>
/// <param name="Names">Its names; the first one is used. A program may have none.</param>
/// <param name="Description">Its description.</param>
/// <param name="Deprecation">Set if it is deprecated: the reason, or empty.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Options">Its options in the order of the file, without duplicate first names.</param>
/// <param name="Arguments">Its positional arguments in order.</param>
/// <param name="Subcommands">Its subcommands in the order of the file, without duplicate first names.</param>
internal sealed record CommandSpecification(
    EquatableArray<string> Names,
    string? Description,
    string? Deprecation,
    SpecificationTraits Traits,
    EquatableArray<OptionSpecification> Options,
    EquatableArray<ArgumentSpecification> Arguments,
    EquatableArray<CommandSpecification> Subcommands)
{
    /// <summary>Gets its groups of options in the order of the file.</summary>
    public EquatableArray<GroupSpecification> Groups { get; init; }

    /// <summary>Gets the name that is used; empty for a program without one.</summary>
    public string Name => Names.Count > 0 ? Names[0] : "";
}

/// <summary>The properties of a command or option.</summary>
[Flags]
internal enum SpecificationTraits
{
    None = 0,

    /// <summary>Hidden from completion.</summary>
    Hidden = 1,

    /// <summary>It can do damage.</summary>
    Dangerous = 2,

    /// <summary>An option that is required.</summary>
    Required = 4,

    /// <summary>An option that every subcommand accepts too.</summary>
    Persistent = 8,

    /// <summary>An option that goes after the arguments.</summary>
    AfterArguments = 16,

    /// <summary>An option that goes after the words of a subcommand, if it is set on the outer command.</summary>
    AfterSubcommand = 32,
}
