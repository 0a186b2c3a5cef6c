using System.Text.RegularExpressions;

namespace TypedExec.Import.Reading;

/// <summary>What a description tells about its option in words that many programs share.</summary>
internal static partial class Prose
{
    /// <summary>Joins the lines of a description.</summary>
    public static string Join(IEnumerable<string> lines) => Spaces().Replace(string.Join(' ', lines), " ").Trim();

    /// <summary>Whether the text says that the option may be given more than once.</summary>
    public static bool SaysRepeatable(string description) => Repeatable().IsMatch(description);

    /// <summary>The values of a remark such as <c>[possible values: auto, always]</c>.</summary>
    public static IReadOnlyList<string> PossibleValues(string description)
        => PossibleValuesRemark().Match(description) is { Success: true } match
            ? match.Groups["values"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\b(can|may|could) (also )?be (repeated|(used|given|specified|supplied|provided|passed|set) (multiple|several|many|more than one) times?|used (more than once|up to))"
        + @"|\bmultiple (options|times|values) (specify|can be|may be|allowed)|\bseveral -\w+'?s allowed|\boption is additive|\bcan specify multiple|\bmore than once\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Repeatable();

    [GeneratedRegex(@"\[possible values: (?<values>[^\]]+)\]|\bOne of: \((?<values>[^)]+)\)")]
    private static partial Regex PossibleValuesRemark();
}
