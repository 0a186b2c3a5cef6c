using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>A positional argument, or a value of an option, as its specification tells it.</summary>
/// <param name="Name">What the program's help calls it; empty where it has no name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Default">What the program takes without it.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Suggestions">Known values.</param>
internal sealed record ArgumentSpecification(
    string Name, string? Description, string? Default, ArgumentTraits Traits, EquatableArray<string> Suggestions)
{
    public bool Has(ArgumentTraits trait) => (Traits & trait) != 0;
}

/// <summary>What an argument is besides its name.</summary>
[Flags]
internal enum ArgumentTraits
{
    None = 0,

    /// <summary>It may be left out.</summary>
    Optional = 1,

    /// <summary>It may be given any number of times.</summary>
    Variadic = 2,

    /// <summary>It is a program, module or script: what follows belongs to that one.</summary>
    Command = 4,
}
