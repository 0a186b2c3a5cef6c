using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Reading;

/// <summary>
/// Reads the settings that completion has no use for, so that Fig's format doesn't have them. They have the names of the settings
/// of [Option] and [Argument].
/// </summary>
internal sealed class SettingsReader(MemberReader members)
{
    /// <summary>Returns the option with its settings. One that doesn't fit the option is an error, and is omitted.</summary>
    public OptionSpecification Read(JsonObject option, OptionSpecification read)
    {
        var join = OfOneValue(option, read, "join", "the text between the items, such as \",\"");
        var pairSeparator = OfOneValue(option, read, "pairSeparator", "the text between key and value, such as \"=\"")
            ?? (read.Arguments.Count == 1 ? read.Arguments[0].PairSeparator : null);
        var isList = join is not null || pairSeparator is not null || read.IsRepeatable || read.Arguments.Any(static argument => argument.Has(ArgumentTraits.Variadic));
        return read with
        {
            Join = join,
            JoinEscape = Escape(option, join),
            PairSeparator = pairSeparator,
            TrueValue = OfBoolean(option, read, "trueValue", isList),
            FalseValue = OfBoolean(option, read, "falseValue", isList),
            Negation = Negation(option, read),
            IsSecret = Secret(option) ?? (read.Arguments.Count == 1 ? read.Arguments[0].IsSecret : null),
        };
    }

    /// <summary>Reads whether a value is secret; null if it is missing.</summary>
    public bool? Secret(JsonObject from) => MemberReader.Find(from, "secret") is null ? null : members.Flag(from, "secret");

    /// <summary>Reads a text; null if it is missing, or wrong, which is an error.</summary>
    public string? Text(JsonObject from, string name, string meaning)
    {
        switch (MemberReader.Find(from, name))
        {
            case null:
                return null;
            case JsonText { Value.Length: > 0 and <= SpecificationLimits.NameCharacters } text when !text.Value.Any(char.IsControl):
                return text.Value;
            case { } value:
                members.Mistakes.Shape(value.Span, $"\"{name}\" must be {meaning}");
                return null;
        }
    }

    private string? OfOneValue(JsonObject option, OptionSpecification read, string name, string meaning)
        => Fitting(
            option,
            name,
            Text(option, name, meaning),
            read.Arguments.Count == 1 && !read.Arguments[0].Has(ArgumentTraits.Optional),
            "requires exactly one entry in \"args\", which isn't optional");

    private string? Escape(JsonObject option, string? join)
        => Fitting(option, "joinEscape", Text(option, "joinEscape", "the text before a joiner inside an item, such as \"\\\\\""), join is not null, "requires \"join\"");

    private string? OfBoolean(JsonObject option, OptionSpecification read, string name, bool isList)
        => Fitting(
            option,
            name,
            Text(option, name, "the text of the value, such as \"true\""),
            read.Arguments.Count <= 1 && !isList,
            "is for an option with one value, which can't be repeated");

    private string? Negation(JsonObject option, OptionSpecification read)
        => Fitting(
            option,
            "negation",
            Text(option, "negation", "the spelling for false, such as \"--no-color\""),
            read.Arguments.Count == 0 && !read.IsRepeatable,
            "is for an option without a value, which can't be repeated");

    private string? Fitting(JsonObject option, string name, string? value, bool fits, string why)
    {
        if (value is null || fits)
        {
            return value;
        }

        members.Mistakes.Shape(MemberReader.Find(option, name)!.Span, $"\"{name}\" {why}");
        return null;
    }
}
