using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>An option as its specification tells it.</summary>
/// <param name="Names">Its spellings, the first of them the one that is used.</param>
/// <param name="Description">What it does.</param>
/// <param name="Deprecation">Set when it is deprecated: why, or empty.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Arguments">Its values; none for a flag.</param>
/// <param name="MaxTimes">How often it may be given: 1, or more, or <see cref="Unlimited"/>.</param>
/// <param name="Separator">What stands between name and value in one argument; null: they are two.</param>
/// <param name="ExclusiveOn">Spellings of the options that it cannot be given with.</param>
/// <param name="DependsOn">Spellings of the options that it cannot be given without.</param>
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

    /// <summary>The spelling that is used.</summary>
    public string Name => Names[0];

    public bool IsRepeatable => MaxTimes > 1;

    /// <summary>Whether it bars or needs other options.</summary>
    public bool HasRelations => ExclusiveOn.Count + DependsOn.Count > 0;

    public bool Has(SpecificationTraits trait) => (Traits & trait) != 0;
}
