using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Reading;

/// <summary>Reads the positional arguments of a command and the values of an option.</summary>
internal sealed class ArgumentReader(MemberReader members, SettingsReader settings)
{
    /// <summary>Reads <c>args</c>: a list, or a single object.</summary>
    public List<ArgumentSpecification> ReadAll(JsonObject from)
    {
        var arguments = new List<ArgumentSpecification>();
        foreach (var item in members.Objects(from, "args"))
        {
            if (arguments.Count == SpecificationLimits.Arguments)
            {
                members.Mistakes.Add(MistakeKind.Limit, item.Span, $"there are more than {SpecificationLimits.Arguments} arguments");
                break;
            }

            arguments.Add(Read(item));
        }

        return arguments;
    }

    private ArgumentSpecification Read(JsonObject argument)
    {
        var traits = ArgumentTraits.None;
        traits |= members.Flag(argument, "isOptional") ? ArgumentTraits.Optional : 0;
        traits |= members.Flag(argument, "isVariadic") ? ArgumentTraits.Variadic : 0;
        traits |= StartsCommand(argument) ? ArgumentTraits.Command : 0;
        traits |= members.Flag(argument, "allowLeadingDash") ? ArgumentTraits.AllowLeadingDash : 0;
        traits |= Number(argument);
        return new ArgumentSpecification(
            Name(argument), members.Description(argument), Default(argument), traits, EquatableArray<string>.From(Suggestions(argument)))
        {
            PairSeparator = settings.Text(argument, "pairSeparator", "the text between key and value, such as \"=\""),
            IsSecret = settings.Secret(argument),
            After = settings.Text(argument, "after", "the marker before the argument, such as \"--\""),
        };
    }

    // A name is what the help shows, any text. It may even be a list, whose first item counts.
    private string Name(JsonObject argument)
    {
        foreach (var text in members.Texts(argument, "name"))
        {
            var name = new string([.. text.Value.Where(static character => !char.IsControl(character)).Take(SpecificationLimits.NameCharacters)]).Trim();
            return name.Length > 0 && char.IsHighSurrogate(name[name.Length - 1]) ? name.Substring(0, name.Length - 1) : name;
        }

        return "";
    }

    private bool StartsCommand(JsonObject argument)
    {
        // "isModule" may be the prefix that makes it one, such as "python -m".
        var isModule = MemberReader.Find(argument, "isModule") is JsonText || members.Flag(argument, "isModule");
        return members.Flag(argument, "isCommand") | members.Flag(argument, "isScript") | isModule;
    }

    private ArgumentTraits Number(JsonObject argument) => members.Choice(
        argument, "type", ("string", ArgumentTraits.None), ("integer", ArgumentTraits.Integer), ("number", ArgumentTraits.Number));

    // Used only for documentation, so a number or a Boolean value is as good as a text.
    private string? Default(JsonObject argument) => MemberReader.Find(argument, "default") switch
    {
        JsonNumber number when number.Digits.Length <= SpecificationLimits.NameCharacters => number.Digits,
        JsonWord word => word.Kind == JsonKind.True ? "true" : "false",
        _ => members.Text(argument, "default"),
    };

    /// <summary>
    /// Reads texts, or objects with one or several names. Suggestions without a name are computed at the prompt.
    /// </summary>
    private List<string> Suggestions(JsonObject argument)
    {
        var values = new List<string>();
        switch (MemberReader.Find(argument, "suggestions"))
        {
            case null:
                break;
            case JsonArray list:
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var item in list.Items)
                {
                    AddSuggestion(item, values, seen);
                }

                break;
            case { } value:
                members.Mistakes.Shape(value.Span, "\"suggestions\" must be a list of strings or objects");
                break;
        }

        return values;
    }

    private void AddSuggestion(JsonValue item, List<string> values, HashSet<string> seen)
    {
        switch (item)
        {
            case JsonText text:
                Add(text.Value);
                break;
            case JsonObject suggestion:
                foreach (var name in members.Texts(suggestion, "name"))
                {
                    Add(name.Value);
                }

                break;
            case { Kind: not JsonKind.Null }:
                members.Mistakes.Shape(item.Span, "every entry of \"suggestions\" must be a string or an object with a name");
                break;
        }

        void Add(string value)
        {
            if (value.Length is > 0 and <= SpecificationLimits.NameCharacters
                && values.Count < SpecificationLimits.Suggestions
                && !value.Any(char.IsControl)
                && seen.Add(value))
            {
                values.Add(value);
            }
        }
    }
}
