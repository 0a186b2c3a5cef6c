using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>
/// A program or subcommand as its specification tells it, with what C# has no use for left out. Only values, compared by
/// value: no position of the file, so that an edit of its layout changes nothing.
/// </summary>
/// <param name="Names">Its names, the first of them the one that is used; of a program perhaps none.</param>
/// <param name="Description">What it does.</param>
/// <param name="Deprecation">Set when it is deprecated: why, or empty.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Options">Its options in the order of the file, no two of one first name.</param>
/// <param name="Arguments">Its positional arguments in order.</param>
/// <param name="Subcommands">Its subcommands in the order of the file, no two of one first name.</param>
internal sealed record CommandSpecification(
    EquatableArray<string> Names,
    string? Description,
    string? Deprecation,
    SpecificationTraits Traits,
    EquatableArray<OptionSpecification> Options,
    EquatableArray<ArgumentSpecification> Arguments,
    EquatableArray<CommandSpecification> Subcommands)
{
    /// <summary>The name that is used; empty for a program without one.</summary>
    public string Name => Names.Count > 0 ? Names[0] : "";
}

/// <summary>What a command or option is besides its name.</summary>
[Flags]
internal enum SpecificationTraits
{
    None = 0,

    /// <summary>Not offered by completion.</summary>
    Hidden = 1,

    /// <summary>It can do harm.</summary>
    Dangerous = 2,

    /// <summary>An option that must be given.</summary>
    Required = 4,

    /// <summary>An option that every subcommand takes too.</summary>
    Persistent = 8,
}
