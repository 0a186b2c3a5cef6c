using System.Globalization;
using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;

namespace TypedExec.CommandLines.Reading;

/// <summary>Reads an option.</summary>
internal sealed class OptionReader(MemberReader members, ArgumentReader arguments, SettingsReader settings)
{
    /// <summary>
    /// Reads the first of a command's <c>optionArgSeparators</c>, which <c>requiresSeparator: true</c> refers to. It applies to
    /// subcommands too. Null if the command has none.
    /// </summary>
    public static string? DefaultSeparator(MemberReader members, JsonObject command)
    {
        if (MemberReader.Find(command, "parserDirectives") is not JsonObject directives)
        {
            return null;
        }

        foreach (var separator in members.Texts(directives, "optionArgSeparators"))
        {
            if (IsSeparator(separator.Value))
            {
                return separator.Value;
            }
        }

        return null;
    }

    /// <summary>Returns null if the option can't be used; an error says why.</summary>
    public OptionSpecification? Read(JsonObject option, string defaultSeparator)
    {
        var names = members.Names(option, isRequired: true);
        if (names.Count == 0)
        {
            return null;
        }

        var ordered = SpecificationReader.InOrder(names, PrimaryName.ForOption);
        var traits = members.Traits(option);
        traits |= members.Flag(option, "isRequired") ? SpecificationTraits.Required : 0;
        traits |= members.Flag(option, "isPersistent") ? SpecificationTraits.Persistent : 0;
        traits |= Place(option);
        var exclusiveOn = References(option, "exclusiveOn", ordered);
        var dependsOn = References(option, "dependsOn", ordered);
        Check(option, exclusiveOn, dependsOn);
        var read = new OptionSpecification(
            ordered,
            members.Description(option),
            members.Deprecation(option),
            traits,
            EquatableArray<ArgumentSpecification>.From(arguments.ReadAll(option)),
            MaxTimes(option),
            Separator(option, defaultSeparator),
            EquatableArray<string>.From(exclusiveOn),
            EquatableArray<string>.From(dependsOn));
        return settings.Read(option, read);
    }

    /// <summary>Reads the place of a group of options.</summary>
    public bool IsAfterArguments(JsonObject group) => Place(group) == SpecificationTraits.AfterArguments;

    private SpecificationTraits Place(JsonObject option) => members.Choice(
        option,
        "place",
        ("beforeArguments", SpecificationTraits.None),
        ("afterSubcommand", SpecificationTraits.AfterSubcommand),
        ("afterArguments", SpecificationTraits.AfterArguments));

    private int MaxTimes(JsonObject option)
    {
        switch (MemberReader.Find(option, "isRepeatable"))
        {
            case null:
                return OptionSpecification.Unknown;
            case { Kind: JsonKind.False }:
                return 1;
            case { Kind: JsonKind.True }:
                return OptionSpecification.Unlimited;
            case JsonNumber number when int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0:
                return times;
            case { } value:
                members.Mistakes.Shape(value.Span, "\"isRepeatable\" must be true, false, or how often the option may be repeated: a whole number from 1");
                return 1;
        }
    }

    private string? Separator(JsonObject option, string defaultSeparator)
        => ExactSeparator(option) ?? Separator(option, "requiresSeparator", defaultSeparator) ?? Separator(option, "requiresEquals", "=");

    // Fig's format can't express that the value is attached to the name, or that an optional one is a separate argument.
    private string? ExactSeparator(JsonObject option)
    {
        switch (MemberReader.Find(option, "separator"))
        {
            case null:
                return null;
            case JsonText { Value: "" or " " } text:
                return text.Value;
            case JsonText text when IsSeparator(text.Value):
                return text.Value;
            case { } value:
                members.Mistakes.Shape(value.Span, "\"separator\" must be the text between name and value: \"=\", \"\" for none, or \" \" for two arguments");
                return null;
        }
    }

    private string? Separator(JsonObject option, string name, string whenTrue)
    {
        switch (MemberReader.Find(option, name))
        {
            case null or { Kind: JsonKind.False } or JsonText { Value: "" or " " }:
                return null;
            case { Kind: JsonKind.True }:
                return whenTrue;
            case JsonText text when IsSeparator(text.Value):
                return text.Value;
            case { } value:
                members.Mistakes.Shape(value.Span, $"\"{name}\" must be true, false, or the text between name and value, such as \"=\"");
                return null;
        }
    }

    private static bool IsSeparator(string text) => text.Length is > 0 and <= 8 && !text.Any(static c => char.IsControl(c) || c == ' ');

    /// <summary>
    /// Reads the names of other options. An option's own spellings, which real specifications also list, are ignored.
    /// </summary>
    private List<string> References(JsonObject option, string name, EquatableArray<string> own)
    {
        var references = new List<string>();
        foreach (var text in members.Texts(option, name))
        {
            if (references.Count == SpecificationLimits.References)
            {
                members.Mistakes.Add(MistakeKind.Limit, text.Span, $"\"{name}\" names more than {SpecificationLimits.References} options");
                break;
            }

            var other = text.Value.Trim();
            if (!own.Contains(other) && !references.Contains(other))
            {
                references.Add(other);
            }
        }

        return references;
    }

    private void Check(JsonObject option, List<string> exclusiveOn, List<string> dependsOn)
    {
        foreach (var other in exclusiveOn)
        {
            if (dependsOn.Contains(other) && MemberReader.Find(option, "dependsOn") is { } value)
            {
                members.Mistakes.Shape(value.Span, "the option requires one that it excludes, so it could never be used: remove one of the two");
                dependsOn.Clear();
                return;
            }
        }
    }
}
