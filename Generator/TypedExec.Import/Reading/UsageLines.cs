using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>A usage line: one way to call the program.</summary>
/// <param name="Number">The number of its first line.</param>
/// <param name="Text">The text after the program and the subcommand's words.</param>
internal sealed record UsageLine(int Number, string Text);

/// <summary>Creates usage lines from a usage section: continued lines are joined, and the program's name is removed.</summary>
internal static partial class UsageLines
{
    public static IReadOnlyList<UsageLine> Of(IEnumerable<HelpLine> lines, IReadOnlyList<string> path)
    {
        var joined = new List<UsageLine>();
        string? program = null;
        foreach (var line in lines.Where(line => !line.IsBlank))
        {
            var or = Or().Match(line.Text);
            var isAlternative = or.Success && (or.Value.Contains(':', StringComparison.Ordinal) || FirstWord(line.Text[or.Length..]) == program);
            var text = isAlternative ? line.Text[or.Length..] : line.Text;
            program ??= FirstWord(text);
            if (joined.Count == 0 || isAlternative || FirstWord(text) == program)
            {
                joined.Add(new UsageLine(line.Number, text));
            }
            else
            {
                joined[^1] = joined[^1] with { Text = $"{joined[^1].Text} {text}" };
            }
        }

        return [.. joined.Select(usage => usage with { Text = WithoutProgram(usage.Text, path) })];
    }

    /// <summary>Removes the first word, and the words of the subcommand after it.</summary>
    private static string WithoutProgram(string text, IReadOnlyList<string> path)
    {
        // argparse may show "python -m module"; its options start with "[-h".
        if (text.IndexOf("[-h]", StringComparison.Ordinal) is var options and > 0 && text.Contains(" -m ", StringComparison.Ordinal))
        {
            return text[options..];
        }

        var rest = After(text, FirstWord(text));
        while (rest.Length > 0 && path.Contains(FirstWord(rest), StringComparer.Ordinal))
        {
            rest = After(rest, FirstWord(rest));
        }

        // "[<project>] style [<project>]": the subcommand's word isn't the first one.
        var late = path.Count > 1 ? $" {path[^1]} " : "\n";
        return $"{rest} ".IndexOf(late, StringComparison.Ordinal) is var at && at >= 0 && !rest[..at].Contains(path[^1], StringComparison.Ordinal)
            ? rest[Math.Min(rest.Length, at + late.Length)..]
            : rest;
    }

    private static string After(string text, string word) => text[word.Length..].TrimStart();

    private static string FirstWord(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? text : text[..space];

    /// <summary>The text before another usage line; rsync omits the colon.</summary>
    [GeneratedRegex(@"^or(?::\s*|\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Or();
}
