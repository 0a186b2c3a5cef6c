using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>
/// Reads the spelling of an option in a help text: <c>-q, --[no-]quiet</c>, <c>--color[=WHEN]</c>,
/// <c>-C DIR, --directory=DIR</c>, <c>-S|--save</c>, <c>-v, --verbose...</c>. The description starts where the spelling ends.
/// </summary>
internal static partial class OptionSpelling
{
    /// <summary>Reads the option at the start of the text; null if there is none.</summary>
    /// <param name="text">The text, starting at the option's first dash.</param>
    /// <param name="rules">How the layout writes values.</param>
    /// <param name="descriptionAt">The column where descriptions start in this list, if known. No value starts there.</param>
    public static SpelledOption? Read(string text, SpellingRules rules, int? descriptionAt = null)
    {
        var cursor = new Cursor(text);
        var names = new List<SpelledName>();
        var repeatable = false;
        var open = false;
        do
        {
            if (cursor.Take(NamePattern()) is not { } match)
            {
                open = cursor.AtEnd && names.Count > 0;
                break;
            }

            repeatable |= cursor.Take("...");
            var (values, separator) = ReadValues(cursor, rules, descriptionAt);
            if (cursor.Take(RepeatDots()) is not null)
            {
                repeatable |= !rules.DotsStandForValue;
                values = rules.DotsStandForValue ? [new HelpValue()] : values;
            }

            names.AddRange(Expand(match.Value, values, separator));
        }
        while (TakeSeparator(cursor, names));

        if (names.Count == 0 || !EndsWell(cursor))
        {
            return null;
        }

        cursor.SkipSpaces();
        return new SpelledOption { Names = names, IsRepeatable = repeatable, End = cursor.Position, IsOpen = open };
    }

    /// <summary>One name, or each of them for <c>--term-{new,bad}</c>.</summary>
    private static IEnumerable<SpelledName> Expand(string name, IReadOnlyList<HelpValue> values, string? separator)
    {
        var negatable = name.StartsWith("--[no-]", StringComparison.Ordinal);
        name = negatable ? "--" + name["--[no-]".Length..] : name;
        var brace = name.IndexOf('{', StringComparison.Ordinal);
        return brace < 0
            ? [new SpelledName(name, negatable, values, separator)]
            : name[(brace + 1)..^1].Split(',').Select(end => new SpelledName(name[..brace] + end, negatable, values, separator));
    }

    private static (IReadOnlyList<HelpValue> Values, string? Separator) ReadValues(Cursor cursor, SpellingRules rules, int? descriptionAt)
    {
        while (cursor.Take(SlashName()) is not null)
        {
            // The name that the option has on Windows.
        }

        if (cursor.Current == '[')
        {
            return ReadOptionalValue(cursor, rules);
        }

        if (cursor.Take("="))
        {
            var token = cursor.TakeToken(",").TrimEnd('.', ':');
            if (rules.MayShowDefaults && DefaultValue.ReadShown(token) is { } shown)
            {
                return shown;
            }

            return rules.DefaultsBehindEquals ? DefaultValue.Read(token) : ([Placeholder.Read(token, rules)], "=");
        }

        // Attached, as in -u<mode>, -Wl,<options> and --Tests:<names>.
        if (cursor.Current == '<' || (cursor.Current is ',' or ':' && cursor.At(1) == '<'))
        {
            var separator = cursor.Take(",") ? "," : cursor.Take(":") ? ":" : "";
            return ([Placeholder.Read(cursor.TakeToken(","), rules)], separator);
        }

        return (ReadSpacedValues(cursor, rules, descriptionAt), null);
    }

    private static (IReadOnlyList<HelpValue> Values, string? Separator) ReadOptionalValue(Cursor cursor, SpellingRules rules)
    {
        // The second part of -L[A][H] belongs to the same value.
        var token = cursor.TakeToken(",|");
        var inner = token.IndexOf(']', StringComparison.Ordinal) is var end && Placeholder.Enclosed(token, '[', ']') ? token[1..^1] : token[1..Math.Max(1, end)];
        var separator = inner.StartsWith('=') ? "=" : "";
        var value = inner.TrimStart('=') is var name && name == "..." ? new HelpValue() : Placeholder.Read(name, rules);
        return ([value with { IsOptional = true }], separator);
    }

    private static List<HelpValue> ReadSpacedValues(Cursor cursor, SpellingRules rules, int? descriptionAt)
    {
        var values = new List<HelpValue>();
        while (cursor.Current == ' ' && cursor.At(1) is not (' ' or '-' or '|' or '\0'))
        {
            var before = cursor.Position;
            cursor.Position++;
            if ((before + 1 == descriptionAt && cursor.Current != '<') || !TakeSpacedValue(cursor, rules, out var text))
            {
                cursor.Position = before;
                break;
            }

            if (Repeats(text, values))
            {
                values[^1] = values[^1] with { IsVariadic = true };
                continue;
            }

            values.Add(Placeholder.Read(text, rules));
            rules = rules with { BareWords = rules.BareWords && values[^1].IsBare };
        }

        return values;
    }

    /// <summary>Whether a value only repeats the previous one, as in <c>FILE [FILE ...]</c>.</summary>
    private static bool Repeats(string text, List<HelpValue> values)
        => values.Count > 0 && text.EndsWith("...]", StringComparison.Ordinal)
            && text.TrimStart('[').StartsWith(values[^1].Name ?? "\0", StringComparison.Ordinal);

    private static bool TakeSpacedValue(Cursor cursor, SpellingRules rules, out string text)
    {
        switch (cursor.Current)
        {
            case '<' or '{':
                text = cursor.TakeToken(",");
                return true;
            case '[':
                text = cursor.TakeToken(",");
                return !text.StartsWith("[-", StringComparison.Ordinal) && !Remark().IsMatch(text);
            case '(':
                text = cursor.TakeToken(",");
                return text.Contains('|', StringComparison.Ordinal) && !text.StartsWith("(-", StringComparison.Ordinal);
            default:
                text = "";
                return rules.BareWords && cursor.Take(BareValue()) is { } match && (text = match.Value.TrimEnd(':')).Length > 0;
        }
    }

    /// <summary>Reads the separator between two names of one option.</summary>
    private static bool TakeSeparator(Cursor cursor, List<SpelledName> names)
    {
        cursor.Take(Aside());
        if (cursor.Take(BetweenNames()) is not null)
        {
            return true;
        }

        // "-h --help": a short name followed by a long one. Otherwise, a dash after a space is part of a description.
        if (names is [{ Text: [_, not '-'] }] && cursor.Current == ' ' && cursor.At(1) == '-' && cursor.At(2) == '-' && cursor.At(3) != ' ')
        {
            cursor.Position++;
            return true;
        }

        return false;
    }

    /// <summary>Whether a description, or nothing, may follow here.</summary>
    private static bool EndsWell(Cursor cursor)
    {
        cursor.Take(":");
        return cursor.AtEnd || cursor.Current == ' ';
    }

    [GeneratedRegex(@"\G(--\[no-\]|--?)([A-Za-z0-9?#@:$!](?:[\w+#?-]|\.(?=\w))*(\{[\w,-]+\})?|##+)")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\G[|,]/[\w?]+(?=[:\s,|]|$)")]
    private static partial Regex SlashName();

    [GeneratedRegex(@"\G ?\.\.\.(?=[ ,]|$)")]
    private static partial Regex RepeatDots();

    /// <summary>Words that form one or two values. The text after them ends the spelling.</summary>
    [GeneratedRegex(@"\G(?:[A-Za-z][\w:./=|+-]*(?:\[[^\] ]*\])*(?:\.\.\.)?)(?=(?: [A-Za-z][\w-]*){0,2}(?:  | ?$|,$|, ?-| \||:$|: | : | = | \[[\w ]+ ?\.\.\.\]))")]
    private static partial Regex BareValue();

    [GeneratedRegex(@"\G(?:,(?: [A-Za-z],)? *(?=-|$)| ?\| ?(?=-)| or (?=-)|/(?=--))")]
    private static partial Regex BetweenNames();

    /// <summary>A remark between two names, as in <c>-1 ("one"), --single-transaction</c>.</summary>
    [GeneratedRegex(@"\G \([^()|]*\)(?=,)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^\[(default|deprecated|experimental|possible|required|optional|aliases?|env)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();
}
