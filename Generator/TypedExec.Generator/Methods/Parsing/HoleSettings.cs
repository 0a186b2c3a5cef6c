using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>The settings of a parameter's [Hole].</summary>
internal readonly record struct HoleSettings(bool AllowLeadingDash, bool Secret, string? Join, string? Format, bool IsSet)
{
    public static HoleSettings Read(IParameterSymbol parameter)
    {
        if (KnownAttributes.Find(parameter, KnownAttributes.Hole) is not { } attribute)
        {
            return default;
        }

        var settings = new HoleSettings(false, false, null, null, true);
        foreach (var argument in attribute.NamedArguments)
        {
            var value = argument.Value.Value;
            settings = argument.Key switch
            {
                nameof(AllowLeadingDash) => settings with { AllowLeadingDash = value is true },
                nameof(Secret) => settings with { Secret = value is true },
                nameof(Join) => settings with { Join = value as string },
                nameof(Format) => settings with { Format = value as string },
                _ => settings,
            };
        }

        return settings;
    }
}
