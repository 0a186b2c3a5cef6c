using Microsoft.CodeAnalysis;

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
/// <param name="Rules">What an option has beyond that; null for most.</param>
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
    PropertyTraits Traits,
    OptionRules? Rules = null)
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
                [{ Value: string name }] when isOption && KnownAttributes.IsUsable(name) => Read(attribute, Option(name)),
                [{ Value: int position }] when !isOption => Read(attribute, Argument(position)),
                _ => null,
            };
        }

        return null;
    }

    public static PropertyAttribute Option(string name) => new(true, name, null, false, 0, " ", null, null, null, default);

    public static PropertyAttribute Argument(int position) => new(false, "", null, false, position, " ", null, null, null, default);

    /// <summary>The same with one named argument read.</summary>
    public PropertyAttribute With(string name, object? value)
    {
        var text = value as string;
        return name switch
        {
            "Short" => this with { Short = string.IsNullOrWhiteSpace(text) ? null : text },
            "PreferShort" => this with { PreferShort = value is true },
            "Separator" => this with { Separator = text ?? " " },
            "Join" => this with { Join = text },
            "Negation" => this with { Negation = text },
            "After" => this with { After = text },
            "AllowLeadingDash" when value is true => this with { Traits = Traits | PropertyTraits.AllowLeadingDash },
            "Secret" when value is true => this with { Traits = Traits | PropertyTraits.Secret },
            "Count" when value is true => this with { Rules = (Rules ?? OptionRules.None) with { IsCount = true } },
            "MinValues" when value is int min => this with { Rules = (Rules ?? OptionRules.None) with { MinValues = min } },
            "MaxValues" when value is int max => this with { Rules = (Rules ?? OptionRules.None) with { MaxValues = max } },
            "ExclusiveOn" when value is string[] names => this with { Rules = (Rules ?? OptionRules.None) with { ExclusiveOn = new(names) } },
            "DependsOn" when value is string[] names => this with { Rules = (Rules ?? OptionRules.None) with { DependsOn = new(names) } },
            _ => this,
        };
    }

    private static object? ValueOf(TypedConstant value)
        => value.Kind != TypedConstantKind.Array ? value.Value
            : value.IsNull ? null
            : value.Values.Select(static item => item.Value as string).OfType<string>().ToArray();

    private static PropertyAttribute Read(AttributeData attribute, PropertyAttribute read)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            read = read.With(argument.Key, ValueOf(argument.Value));
        }

        return read;
    }
}
