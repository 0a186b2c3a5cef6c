using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>An option as described in its specification.</summary>
/// <param name="Names">Its spellings; the first one is used.</param>
/// <param name="Description">Its description.</param>
/// <param name="Deprecation">Set if it is deprecated: the reason, or empty.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Arguments">Its values; none for a flag.</param>
/// <param name="MaxTimes">How often it may be specified: 1, or more, <see cref="Unlimited"/>, or <see cref="Unknown"/>.</param>
/// <param name="Separator">The text between name and value in one argument, or null if they are two.</param>
/// <param name="ExclusiveOn">Spellings of the options that it excludes.</param>
/// <param name="DependsOn">Spellings of the options that it requires.</param>
internal sealed record OptionSpecification(
    EquatableArray<string> Names,
    string? Description,
    string? Deprecation,
    SpecificationTraits Traits,
    EquatableArray<ArgumentSpecification> Arguments,
    int MaxTimes,
    string? Separator,
    EquatableArray<string> ExclusiveOn,
    EquatableArray<string> DependsOn)
{
    public const int Unlimited = int.MaxValue;

    /// <summary>The specification doesn't say whether it can be repeated.</summary>
    public const int Unknown = 0;

    /// <summary>Gets the text that joins all items into one value.</summary>
    public string? Join { get; init; }

    /// <summary>Gets the text that escapes the joiner inside an item.</summary>
    public string? JoinEscape { get; init; }

    /// <summary>Gets the text between key and value, or null if the values aren't pairs.</summary>
    public string? PairSeparator { get; init; }

    /// <summary>Gets the value that means true.</summary>
    public string? TrueValue { get; init; }

    /// <summary>Gets the value that means false.</summary>
    public string? FalseValue { get; init; }

    /// <summary>Gets the spelling for false.</summary>
    public string? Negation { get; init; }

    /// <summary>Gets whether its value is secret, or null if its names decide.</summary>
    public bool? IsSecret { get; init; }

    public bool HasTruthValues => TrueValue is not null || FalseValue is not null;

    /// <summary>Gets the spelling that is used.</summary>
    public string Name => Names[0];

    public bool IsRepeatable => MaxTimes > 1;

    /// <summary>Gets whether it excludes or requires other options.</summary>
    public bool HasRelations => ExclusiveOn.Count + DependsOn.Count > 0;

    public bool Has(SpecificationTraits trait) => (Traits & trait) != 0;
}
