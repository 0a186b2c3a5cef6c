using System.Text.RegularExpressions;

namespace TypedExec.Import.Reading;

/// <summary>Finds properties of an option in common phrases of its description.</summary>
internal static partial class Prose
{
    /// <summary>Joins the lines of a description.</summary>
    public static string Join(IEnumerable<string> lines) => Spaces().Replace(string.Join(' ', lines), " ").Trim();

    /// <summary>Whether the text says that the option may be repeated.</summary>
    public static bool SaysRepeatable(string description) => Repeatable().IsMatch(description);

    /// <summary>Whether the text says that the last of several occurrences counts.</summary>
    public static bool SaysSingle(string description) => Single().IsMatch(description);

    /// <summary>The values of a remark such as <c>[possible values: auto, always]</c>.</summary>
    public static IReadOnlyList<string> PossibleValues(string description)
        => PossibleValuesRemark().Match(description) is { Success: true } match
            ? match.Groups["values"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : ListedValues().Match(description) is { Success: true } listed
                ? [.. listed.Groups["value"].Captures.Select(capture => capture.Value.Trim(Quotes)).Distinct(StringComparer.Ordinal)]
                : [];

    private static readonly char[] Quotes = ['\'', '"', '`', '‘', '’', '“', '”'];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\b(can|may|could|might) (also )?be (repeated|(used|given|specified|supplied|provided|passed|set|repeated|added|listed) (multiple|several|many|more than one|any number of) times?|(used|given|specified|set|supplied|passed) (more than once|repeatedly|up to))"
        + @"|\bmultiple (options|times|values) (specify|can be|may be|allowed)|\bmultiple --?\w[\w-]*('?s)?( options)? (are|can|may|increase)\b|\bseveral -\w+'?s allowed|\boption is additive|\bcan specify multiple"
        + @"|\b(?<!not |never |if (it is |this option is )?(used|given|specified) )more than once\b|\brepeat (this|the) option|\b(option|flag) is repeatable|\bcan appear (multiple|several|more than)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Repeatable();

    [GeneratedRegex(
        @"\b(several times|multiple times|more than once|repeatedly), (only )?the (last|first) (one|value|occurrence)|\b(last|first) (one|value|occurrence|option) (will be used|is used|wins|takes (effect|precedence))|\b(cannot|can not|must not|may not) be (repeated|(used|given|specified) (more than once|multiple times))|\bmay only be (used|given|specified) once",
        RegexOptions.IgnoreCase)]
    private static partial Regex Single();

    /// <summary>
    /// A list within a sentence: of any words after "one of", otherwise only of words in quotes. Each may be followed by a remark.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:one of(?: the following| these)?(?: values)?:? (?<value>[""'`‘“]?[\w.+-]+[""'’”]?)|(?:is|are|be) (?:either )?(?<value>[""'`‘“][\w.+-]+[""'’”]))(?: \([^)]*\))?"
        + @"(?:(?:, (?:or |and )?| or | and |\|)(?<value>[""'`‘“][\w.+-]+[""'’”]|[\w+-]+(?=,| or | and |\.? *$|[;:)]| \())(?: \([^)]*\))?)+",
        RegexOptions.IgnoreCase)]
    private static partial Regex ListedValues();

    [GeneratedRegex(@"\[possible values: (?<values>[^\]]+)\]|\bOne of: \((?<values>[^)]+)\)")]
    private static partial Regex PossibleValuesRemark();
}
