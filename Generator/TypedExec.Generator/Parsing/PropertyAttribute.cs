using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>The settings of a property's [Option] or [Argument].</summary>
/// <param name="IsOption">True for an option, false for an argument.</param>
/// <param name="Name">The option's long name.</param>
/// <param name="Short">The option's short name.</param>
/// <param name="PreferShort">True if the short name is requested.</param>
/// <param name="Position">The argument's position.</param>
/// <param name="Separator">The text between name and value.</param>
/// <param name="Join">The text that joins a list's items.</param>
/// <param name="Negation">The text that false renders.</param>
/// <param name="After">The marker before the argument's values.</param>
/// <param name="Traits">The settings that are on or off.</param>
/// <param name="Details">Rarely used settings, usually null.</param>
/// <param name="Converter">The type that returns a value's text.</param>
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
    MemberTraits Traits,
    MemberDetails? Details = null,
    INamedTypeSymbol? Converter = null)
{
    /// <summary>Gets the name that is rendered.</summary>
    public string Spelling => PreferShort && Short is not null ? Short : Name;

    /// <summary>
    /// Returns null if the property has no such attribute and isn't a group, or has one without a name or position.
    /// </summary>
    public static PropertyAttribute? Parse(IPropertySymbol property)
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

        return Group(property);
    }

    /// <summary>A group needs no attribute, because its class has one.</summary>
    private static PropertyAttribute? Group(IPropertySymbol property)
    {
        if (property.IsStatic
            || property.Type.SpecialType != SpecialType.None && property.Type.SpecialType < SpecialType.System_Array
            || !(OptionGroupType.Is(property.Type) || (ListType.ItemOf(property.Type) is { } item && OptionGroupType.Is(item))))
        {
            return null;
        }

        return KnownAttributes.Find(property, KnownAttributes.OptionGroup) is { } attribute ? Read(attribute, Option("")) : Option("");
    }

    public static PropertyAttribute Option(string name) => new(true, name, null, false, 0, " ", null, null, null, default);

    public static PropertyAttribute Argument(int position) => new(false, "", null, false, position, " ", null, null, null, default);

    /// <summary>Returns the same settings with one more named argument.</summary>
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
            "AllowLeadingDash" when value is true => this with { Traits = Traits | MemberTraits.AllowLeadingDash },
            "Secret" when value is true => this with { Traits = Traits | MemberTraits.Secret },
            "Quoting" when value is 1 => this with { Traits = Traits | MemberTraits.Quoted },
            "Converter" when value is INamedTypeSymbol type => this with { Converter = type },
            _ when WithDetail(name, value) is { } details => this with { Details = details },
            _ => this,
        };
    }

    private MemberDetails? WithDetail(string name, object? value)
    {
        var details = Details ?? MemberDetails.None;
        return (name, value) switch
        {
            ("Count", true) => details with { IsCount = true },
            ("MinValues", int min) => details with { MinValues = min },
            ("MaxValues", int max) => details with { MaxValues = max },
            ("ExclusiveOn", string[] names) => details with { ExclusiveOn = new(names) },
            ("DependsOn", string[] names) => details with { DependsOn = new(names) },
            ("JoinEscape", string escape) => details with { JoinEscape = escape },
            ("PairSeparator", string separator) => details with { PairSeparator = separator },
            ("Format", string format) => details with { Format = format },
            ("TrueValue", string text) => details with { TrueValue = text },
            ("FalseValue", string text) => details with { FalseValue = text },
            ("Place", int place) => details with { Place = (OptionPlace)place },
            _ => null,
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
