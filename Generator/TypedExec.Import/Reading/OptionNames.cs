using System.Text.RegularExpressions;

namespace TypedExec.Import.Reading;

/// <summary>Finds option names in any text.</summary>
internal static partial class OptionNames
{
    public static IEnumerable<string> In(string text) => Option().Matches(text).Select(match => match.Value.TrimEnd('.', '-'));

    /// <summary>Whether the name is several flags after one dash, such as <c>-rlpt</c>.</summary>
    public static bool IsCluster(string name, IReadOnlySet<string> known)
        => name is ['-', not '-', _, ..] && name[1..].All(letter => known.Contains($"-{letter}"));

    [GeneratedRegex(@"(?<![\w./=<>{}\[\]:@%+-])--?[A-Za-z](?:\w|[.-](?=\w))*")]
    private static partial Regex Option();
}
