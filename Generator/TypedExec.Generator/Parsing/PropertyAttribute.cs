using Microsoft.CodeAnalysis;
using TypedExec.Generator.Model;

namespace TypedExec.Generator.Parsing;

/// <summary>What a property's [Option] or [Argument] says.</summary>
/// <param name="IsOption">An option; else an argument.</param>
/// <param name="Name">The option's name, long.</param>
/// <param name="Short">The option's short name.</param>
/// <param name="PreferShort">Whether the short name is asked for.</param>
/// <param name="Position">The argument's position.</param>
/// <param name="Separator">What stands between name and value.</param>
/// <param name="Join">What joins a list's items.</param>
/// <param name="Negation">What false renders.</param>
/// <param name="After">The marker before the argument's values.</param>
/// <param name="Traits">The settings that are on or off.</param>
internal readonly record struct PropertyAttribute(
    bool IsOption,
    string Name,
    string? Short,
    bool PreferShort,
    int Position,
    string Separator,
    string? Join,
    string? Negation,
    string? After,
    PropertyTraits Traits)
{
    /// <summary>The name that is rendered.</summary>
    public string Spelling => PreferShort && Short is not null ? Short : Name;

    /// <summary>Null when the property has no such attribute, or one that names no option or position.</summary>
    public static PropertyAttribute? Of(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: KnownAttributes.Option or KnownAttributes.Argument } type
                || !KnownAttributes.IsOurs(type))
            {
                continue;
            }

            var isOption = type.Name == KnownAttributes.Option;
            return attribute.ConstructorArguments switch
            {
                [{ Value: string name }] when isOption && KnownAttributes.IsUsable(name) => Read(attribute, name, 0),
                [{ Value: int position }] when !isOption => Read(attribute, null, position),
                _ => null,
            };
        }

        return null;
    }

    private static PropertyAttribute Read(AttributeData attribute, string? name, int position)
    {
        var read = new PropertyAttribute(name is not null, name ?? "", null, false, position, " ", null, null, null, default);
        foreach (var argument in attribute.NamedArguments)
        {
            var text = argument.Value.Value as string;
            var isOn = argument.Value.Value is true;
            read = argument.Key switch
            {
                "Short" => read with { Short = string.IsNullOrWhiteSpace(text) ? null : text },
                "PreferShort" => read with { PreferShort = isOn },
                "Separator" => read with { Separator = text ?? " " },
                "Join" => read with { Join = text },
                "Negation" => read with { Negation = text },
                "After" => read with { After = text },
                "AllowLeadingDash" when isOn => read with { Traits = read.Traits | PropertyTraits.AllowLeadingDash },
                "Secret" when isOn => read with { Traits = read.Traits | PropertyTraits.Secret },
                _ => read,
            };
        }

        return read;
    }
}
