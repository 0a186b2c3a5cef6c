using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Reading;

/// <summary>
/// Reads the members that objects of a specification have in common. <c>null</c> is treated as a missing member, because
/// specifications are often written by programs that use <c>null</c> for what they can't express.
/// </summary>
internal sealed class MemberReader(MistakeList mistakes)
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    public MistakeList Mistakes { get; } = mistakes;

    public static JsonValue? Find(JsonObject from, string name)
    {
        foreach (var member in from.Members)
        {
            if (member.Name == name)
            {
                return member.Value.Kind == JsonKind.Null ? null : member.Value;
            }
        }

        return null;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>; false if missing.</summary>
    public bool Flag(JsonObject from, string name)
    {
        if (Find(from, name) is not { } value)
        {
            return false;
        }

        if (value.Kind is not (JsonKind.True or JsonKind.False))
        {
            Mistakes.Shape(value.Span, $"\"{name}\" must be true or false");
        }

        return value.Kind == JsonKind.True;
    }

    /// <summary>Reads a string, on one line and of limited length; null if missing or blank.</summary>
    public string? Text(JsonObject from, string name)
    {
        switch (Find(from, name))
        {
            case null:
                return null;
            case JsonText text:
                return OneLine(text.Value);
            case { } value:
                Mistakes.Shape(value.Span, $"\"{name}\" must be a string in double quotes");
                return null;
        }
    }

    /// <summary>Reads one of several words; the first choice if it is missing or wrong.</summary>
    public T Choice<T>(JsonObject from, string name, params (string Word, T Value)[] choices)
    {
        if (Find(from, name) is not { } value)
        {
            return choices[0].Value;
        }

        foreach (var choice in choices)
        {
            if (value is JsonText text && text.Value == choice.Word)
            {
                return choice.Value;
            }
        }

        var words = choices.Select(static choice => $"\"{choice.Word}\"").ToArray();
        Mistakes.Shape(value.Span, $"\"{name}\" must be {string.Join(", ", words.Take(words.Length - 1))}, or {words[words.Length - 1]}");
        return choices[0].Value;
    }

    public string? Description(JsonObject from) => Text(from, "description");

    public SpecificationTraits Traits(JsonObject from)
        => (Flag(from, "hidden") ? SpecificationTraits.Hidden : 0) | (Flag(from, "isDangerous") ? SpecificationTraits.Dangerous : 0);

    /// <summary>
    /// Reads <c>deprecated</c>, which is <c>true</c> or an object with a description; null if it isn't deprecated.
    /// </summary>
    public string? Deprecation(JsonObject from)
    {
        switch (Find(from, "deprecated"))
        {
            case null or { Kind: JsonKind.False }:
                return null;
            case { Kind: JsonKind.True }:
                return "";
            case JsonText text:
                return OneLine(text.Value) ?? "";
            case JsonObject about:
                return Description(about) ?? "";
            case { } value:
                Mistakes.Shape(value.Span, "\"deprecated\" must be true, false or an object with a description");
                return null;
        }
    }

    /// <summary>Reads the objects of a list, or a single object. <c>null</c> entries are skipped.</summary>
    public IEnumerable<JsonObject> Objects(JsonObject from, string name)
    {
        if (Find(from, name) is not { } value)
        {
            yield break;
        }

        if (value is JsonObject only)
        {
            yield return only;
            yield break;
        }

        if (value is not JsonArray list)
        {
            Mistakes.Shape(value.Span, $"\"{name}\" must be a list of objects");
            yield break;
        }

        foreach (var item in list.Items)
        {
            if (item is JsonObject entry)
            {
                yield return entry;
            }
            else if (item.Kind != JsonKind.Null)
            {
                Mistakes.Shape(item.Span, $"every entry of \"{name}\" must be an object");
            }
        }
    }

    /// <summary>Reads the strings of a list, or a single string. Null entries are skipped.</summary>
    public IEnumerable<JsonText> Texts(JsonObject from, string name)
    {
        switch (Find(from, name))
        {
            case null:
                yield break;
            case JsonText text:
                yield return text;
                yield break;
            case JsonArray list:
                foreach (var item in list.Items)
                {
                    if (item is JsonText text)
                    {
                        yield return text;
                    }
                    else if (item.Kind != JsonKind.Null)
                    {
                        Mistakes.Shape(item.Span, $"every entry of \"{name}\" must be a string in double quotes");
                    }
                }

                yield break;
            case { } value:
                Mistakes.Shape(value.Span, $"\"{name}\" must be a string in double quotes or a list of them");
                yield break;
        }
    }

    /// <summary>Reads lists of strings in a list. Null entries are skipped.</summary>
    public IEnumerable<JsonText[]> TextLists(JsonObject from, string name)
    {
        switch (Find(from, name))
        {
            case null:
                yield break;
            case JsonArray lists:
                foreach (var item in lists.Items)
                {
                    if (item is JsonArray { Items: var items } && items.Any(static text => text is JsonText) && items.All(static text => text is JsonText or { Kind: JsonKind.Null }))
                    {
                        yield return [.. items.OfType<JsonText>()];
                    }
                    else if (item.Kind != JsonKind.Null)
                    {
                        Mistakes.Shape(item.Span, $"every entry of \"{name}\" must be a list of strings in double quotes");
                    }
                }

                yield break;
            case { } value:
                Mistakes.Shape(value.Span, $"\"{name}\" must be a list of lists of strings in double quotes");
                yield break;
        }
    }

    /// <summary>
    /// Reads the names of an option or subcommand that a command line can contain, without duplicates. Blanks between words
    /// become one space.
    /// </summary>
    public List<string> Names(JsonObject from, bool isRequired)
    {
        var names = new List<string>();
        var found = false;
        foreach (var text in Texts(from, "name"))
        {
            found = true;
            if (names.Count == SpecificationLimits.Names)
            {
                Mistakes.Add(MistakeKind.Limit, text.Span, $"there are more than {SpecificationLimits.Names} names for one thing");
                break;
            }

            if (text.Value.Length > SpecificationLimits.NameCharacters)
            {
                Mistakes.Add(MistakeKind.Limit, text.Span, $"the name has more than {SpecificationLimits.NameCharacters} characters");
                continue;
            }

            var name = string.Join(" ", text.Value.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
            if (name.Any(char.IsControl))
            {
                Mistakes.Shape(text.Span, "the name contains a control character, which can't be typed: remove it");
            }
            else if (name.Length > 0 && !names.Contains(name))
            {
                names.Add(name);
            }
            else if (name.Length == 0 && isRequired && Find(from, "name") is JsonText)
            {
                Mistakes.Shape(text.Span, "the name is blank: write it as it is typed on the command line");
            }
        }

        if (!found && isRequired && Find(from, "name") is null or JsonArray { Items.Count: 0 })
        {
            Mistakes.Shape(new JsonSpan(from.Span.Start, 1), "the name is missing: give it a \"name\", as it is typed on the command line");
        }

        return names;
    }

    private static string? OneLine(string text)
    {
        var line = string.Join(" ", text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > SpecificationLimits.DescriptionCharacters)
        {
            var end = SpecificationLimits.DescriptionCharacters - (char.IsHighSurrogate(line[SpecificationLimits.DescriptionCharacters - 1]) ? 1 : 0);
            line = line.Substring(0, end) + "…";
        }

        return line.Length == 0 ? null : line;
    }
}
