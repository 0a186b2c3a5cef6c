using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Reads the placeholder of a value: <c>FILE</c>, <c>&lt;file&gt;</c>, <c>[=WHEN]</c>, <c>(yes|no)</c>, <c>{a,b}</c>.</summary>
internal static partial class Placeholder
{
    private static readonly char[] Brackets = ['<', '>', '[', ']', '(', ')', '{', '}'];

    public static HelpValue Read(string text, SpellingRules rules)
    {
        var rest = text.Trim();
        var optional = false;
        var variadic = Dots().IsMatch(rest);
        rest = Dots().Replace(rest, "");
        while (Enclosed(rest, '[', ']'))
        {
            optional = true;
            rest = rest[1..^1].Trim();
            variadic |= Dots().IsMatch(rest);
            rest = Dots().Replace(rest, "").TrimStart('=');
        }

        var value = new HelpValue { IsOptional = optional, IsVariadic = variadic || rest.Contains(" ...", StringComparison.Ordinal) };
        var suggestions = Suggestions(rest, rules);
        if (suggestions.Count > 0)
        {
            return value with { Suggestions = suggestions };
        }

        // "TYPE NAME | -l label": the value is named after the first alternative.
        var first = rest.Contains(" -", StringComparison.Ordinal) && rest.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar ? rest[..bar] : rest;
        var name = string.Concat(first.Split(Brackets)).Trim(' ', '.', '\'', '"');
        return value with { Name = name.Length == 0 ? null : name, IsBare = name == text };
    }

    /// <summary>Returns whether the brackets at both ends match each other.</summary>
    public static bool Enclosed(string text, char open, char close)
    {
        if (text.Length < 2 || text[0] != open || text[^1] != close)
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0)
            {
                return i == text.Length - 1;
            }
        }

        return false;
    }

    private static IReadOnlyList<string> Suggestions(string text, SpellingRules rules)
    {
        if (Enclosed(text, '{', '}'))
        {
            return Values(text[1..^1], ',', '|');
        }

        if (Enclosed(text, '(', ')'))
        {
            // "(POD | TYPE/NAME)": capitals with spaces between them are kinds of values.
            return KindsOfValues().IsMatch(text) ? [] : Values(text[1..^1], '|', ',');
        }

        if (!text.Contains('|', StringComparison.Ordinal))
        {
            return [];
        }

        if (Enclosed(text, '<', '>'))
        {
            // "PROJECT | SOLUTION", with spaces or in capitals, are kinds of values.
            return rules.AlternativesAreValues && !text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsAsciiLetterLower) ? Values(text[1..^1], '|') : [];
        }

        // Without brackets: words such as always|default|never are values, and words in capitals are names of values.
        return text.Any(char.IsAsciiLetterLower) ? Values(text, '|') : [];
    }

    private static IReadOnlyList<string> Values(string text, params char[] separators)
    {
        var values = text.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return values.Length > 1 && values.All(value => Literal().IsMatch(value)) ? values : [];
    }

    [GeneratedRegex(@"(?:\s*,?\.\.\.|\s*\[,?\s*\.\.\.\])$")]
    private static partial Regex Dots();

    [GeneratedRegex(@"^\([A-Z][A-Z_/-]*( \| [A-Z][A-Z_/-]*)+\)$")]
    private static partial Regex KindsOfValues();

    [GeneratedRegex(@"^[\w.+:@/-]+$")]
    private static partial Regex Literal();
}
