using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Manual;

/// <summary>Finds options and pages that a page mentions without describing them, so that nothing is omitted silently.</summary>
internal static partial class Mentions
{
    /// <summary>The options in the text that weren't read.</summary>
    public static IReadOnlyList<MentionedOption> Of(IEnumerable<HelpLine> lines, IReadOnlyList<HelpOption> options)
    {
        var known = options.SelectMany(option => option.Names).ToHashSet(StringComparer.Ordinal);
        var mentioned = new List<MentionedOption>();
        foreach (var line in lines)
        {
            foreach (var name in OptionNames.In(line.Text))
            {
                if (!OptionNames.IsCluster(name, known) && known.Add(name))
                {
                    mentioned.Add(new MentionedOption(name, line.Number));
                }
            }
        }

        return mentioned;
    }

    /// <summary>The manual pages of programs in the text, except for the page itself.</summary>
    public static IReadOnlyList<string> Pages(IEnumerable<HelpLine> lines, string own)
        => [.. lines.Where(line => line.Indent > 0)
            .SelectMany(line => Page().Matches(line.Text))
            .Where(match => !match.Groups["name"].Value.Equals(own, StringComparison.OrdinalIgnoreCase))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<![\w.+-])(?<name>[A-Za-z][\w.+:-]*)\((?:[168]|1\w{1,4})\)")]
    private static partial Regex Page();
}
