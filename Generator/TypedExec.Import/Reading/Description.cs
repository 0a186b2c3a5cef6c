using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Finds the sentence that describes the program: the first paragraph that is neither usage nor a list.</summary>
internal static partial class Description
{
    public static string Of(IReadOnlyList<Section> sections, IReadOnlyList<string> path)
    {
        foreach (var section in sections.Where(section => section.Heading is "" or "Description"))
        {
            var paragraph = section.Lines
                .TakeWhile(line => !line.StartsWithDash)
                .SkipWhile(line => line.IsBlank || IsNoSentence(line, path))
                .TakeWhile(line => !line.IsBlank)
                .Select(line => line.Text)
                .ToList();
            if (paragraph.Count > 0)
            {
                return FirstSentence(Prose.Join(paragraph));
            }
        }

        return "";
    }

    /// <summary>An error message, a version, or another usage line.</summary>
    private static bool IsNoSentence(HelpLine line, IReadOnlyList<string> path)
        => Complaint().IsMatch(line.Text) || Version().IsMatch(line.Text) || (line.Text.StartsWith(path[0] + " ", StringComparison.Ordinal) && line.Text[(path[0].Length + 1)..] is ['[' or '<' or (>= '0' and <= '9'), ..]);

    /// <summary>The message of a program that doesn't support <c>--help</c>, before it prints its usage.</summary>
    [GeneratedRegex(@"\b(unknown|invalid|illegal|unrecognized) (option|argument)", RegexOptions.IgnoreCase)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"^\S+ version \d", RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    private static string FirstSentence(string text)
        => text.IndexOf(". ", StringComparison.Ordinal) is var end && end > 0 ? text[..end] : text.TrimEnd('.');
}
