using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Manual;

/// <summary>
/// Reads a tag, which contains only names and values. Text that can't be read by the rules for help texts is the value of the name
/// before it, as in <c>-exec command {} +</c>.
/// </summary>
internal static partial class TagSpelling
{
    /// <summary>The option that the tag spells, or null if it can't have a name, such as <c>-NUM</c>.</summary>
    public static SpelledOption? Read(string tag, SpellingRules rules)
    {
        var text = Normalize(tag);
        if (NumberAsName().IsMatch(text))
        {
            return null;
        }

        return OptionSpelling.Read(text, rules) is { } spelling && spelling.End >= text.Length && !spelling.IsOpen ? spelling : ReadLoosely(text, rules);
    }

    private static SpelledOption? ReadLoosely(string text, SpellingRules rules)
    {
        var names = new List<SpelledName>();
        foreach (var part in BetweenNames().Split(text).Select(part => part.Trim()))
        {
            if (Name().Match(part) is not { Success: true } match)
            {
                continue;
            }

            var negatable = match.Groups["no"].Length > 0;
            var name = "--" + match.Groups["name"].Value;
            name = match.Value.StartsWith("--", StringComparison.Ordinal) ? name : name[1..];
            var rest = part[match.Length..];
            names.Add(new SpelledName(name, negatable, Values(rest, rules), Separator(rest)));
        }

        return names.Count == 0 ? null : new SpelledOption { Names = names, End = text.Length };
    }

    /// <summary>The text after the name: one value per word, or a single value if the words belong together.</summary>
    private static IReadOnlyList<HelpValue> Values(string text, SpellingRules rules)
    {
        var optional = text is ['[', ..];
        var rest = text.TrimStart('=', ' ', ':');
        if (rest.Length == 0)
        {
            return [];
        }

        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var values = words.Length > 1 && words.All(word => Word().IsMatch(word))
            ? words.Select(word => Placeholder.Read(word, rules)).ToList()
            : [Placeholder.Read(rest, rules) with { IsOptional = optional }];
        return values;
    }

    private static string? Separator(string rest) => rest switch
    {
        ['=', ..] or ['[', '=', ..] => "=",
        ['<' or '[' or ':', ..] => "",
        _ => null,
    };

    private static string Normalize(string tag)
    {
        var text = Markers().Replace(Hyphens().Replace(tag, "-"), "");
        text = Remark().Replace(text, "");
        text = StreamSpecifier().Replace(text, "");
        return text.TrimEnd(':', ' ', ',', '.');
    }

    /// <summary>The hyphen and the minus sign, which man uses for some dashes.</summary>
    [GeneratedRegex("[\u2010\u2011\u2212]")]
    private static partial Regex Hyphens();

    [GeneratedRegex("[\u200b\u00ad]")]
    private static partial Regex Markers();

    /// <summary>A remark at the end: ffmpeg's <c>(input/output,per-stream)</c>, or <c>(deprecated)</c>.</summary>
    [GeneratedRegex(@"\s+[(\[](?:[a-z]+[/,])*(?:input|output|global|per-stream|deprecated|obsolete|experimental|default)\b[^()|=]*[)\]]$", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    /// <summary>ffmpeg's <c>-codec[:stream_specifier] codec</c>: the name may be followed by the streams that it applies to.</summary>
    [GeneratedRegex(@"(?<=^-\w+)\[:\w+(?:\[?[:=/]\w+\]?)*\]", RegexOptions.None)]
    private static partial Regex StreamSpecifier();

    [GeneratedRegex(@"^-(?:<?[A-Z]{3,}>?|<\w+>|\d ?\.\.\.? ?-\d|\d{3,})$")]
    private static partial Regex NumberAsName();

    [GeneratedRegex(@"(?:\s*,\s*|\s*\|\s*|\s+/\s+|/|\s+(?:or|and)\s+|\s{2,}|\s(?=--))(?=-)")]
    private static partial Regex BetweenNames();

    [GeneratedRegex(@"^--?(?<no>\[no-?\])?(?<name>[A-Za-z0-9?#@:$!](?:[\w+#?-]|\.(?=\w))*|##+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[\[<(]?[A-Za-z][\w:./-]*[\])>]?(?:\.\.\.)?$")]
    private static partial Regex Word();
}
