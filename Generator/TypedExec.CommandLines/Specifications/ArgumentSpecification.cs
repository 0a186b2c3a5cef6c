using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>A positional argument, or a value of an option, as described in the specification.</summary>
/// <param name="Name">Its name in the program's help; empty if it has none.</param>
/// <param name="Description">Its description.</param>
/// <param name="Default">The value that the program uses by default.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Suggestions">Known values.</param>
internal sealed record ArgumentSpecification(
    string Name, string? Description, string? Default, ArgumentTraits Traits, EquatableArray<string> Suggestions)
{
    /// <summary>Gets the text between key and value, or null if it isn't a pair.</summary>
    public string? PairSeparator { get; init; }

    /// <summary>Gets the marker before a positional argument.</summary>
    public string? After { get; init; }

    /// <summary>Gets the C# type of a number, or null for a text. Known values are texts, because they may be words.</summary>
    public string? NumberType
        => Suggestions.Count > 0 || Has(ArgumentTraits.Command) ? null
            : Has(ArgumentTraits.Integer) ? "long"
            : Has(ArgumentTraits.Number) ? "double"
            : null;

    /// <summary>Gets whether it is secret, or null if its name decides.</summary>
    public bool? IsSecret { get; init; }

    public bool Has(ArgumentTraits trait) => (Traits & trait) != 0;
}

/// <summary>The properties of an argument.</summary>
[Flags]
internal enum ArgumentTraits
{
    None = 0,

    /// <summary>It is optional.</summary>
    Optional = 1,

    /// <summary>It may be repeated any number of times.</summary>
    Variadic = 2,

    /// <summary>It is a program, module or script: what follows belongs to that one.</summary>
    Command = 4,

    /// <summary>A value that starts with a dash isn't taken as an option.</summary>
    AllowLeadingDash = 8,

    /// <summary>It is a whole number.</summary>
    Integer = 16,

    /// <summary>It is a number, possibly with a fraction.</summary>
    Number = 32,
}
