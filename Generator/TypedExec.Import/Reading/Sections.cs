using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Splits a page into its sections, at <c>Usage:</c> and at headings.</summary>
internal static partial class Sections
{
    public const string Usage = "Usage";

    private const int MaxHeadingIndent = 2;
    private const int MaxOptionIndent = 8;

    /// <summary>Splits the page.</summary>
    /// <param name="text">The page.</param>
    /// <param name="bareHeadings">Whether a line without a colon, between a blank line and an indented one, is a heading.</param>
    public static IReadOnlyList<Section> Of(HelpText text, bool bareHeadings = false)
    {
        var sections = new List<Section>();
        var heading = "";
        var lines = new List<HelpLine>();
        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i];
            var usage = UsageLine().Match(line.Text);
            if (usage.Success && line.Indent <= MaxHeadingIndent)
            {
                Close(Usage);
                var rest = usage.Groups["rest"];
                if (rest.Length > 0)
                {
                    lines.Add(new HelpLine(line.Number, line.Indent + rest.Index, rest.Value));
                }
            }
            else if (heading == Usage && lines.Count > 0 && EndsUsage(line, lines))
            {
                Close("");
                Consider(line, i);
            }
            else
            {
                Consider(line, i);
            }
        }

        Close("");
        return sections;

        void Consider(HelpLine line, int index)
        {
            if (IsHeading(text.Lines, index, bareHeadings))
            {
                Close(line.Text.TrimEnd(':').TrimEnd());
            }
            else
            {
                lines.Add(line);
            }
        }

        void Close(string next)
        {
            if (heading.Length > 0 || lines.Count > 0)
            {
                sections.Add(new Section(heading, lines));
            }

            heading = next;
            lines = [];
        }
    }

    /// <summary>Whether the usage ends here: at a blank line after it, at an option, or at a line with a smaller indent.</summary>
    private static bool EndsUsage(HelpLine line, List<HelpLine> usage)
        => usage.Any(l => !l.IsBlank) && (line.IsBlank || (line.StartsWithDash && line.Indent <= MaxOptionIndent) || (line.Indent == 0 && usage.All(l => l.Indent > 0) && !line.Text.StartsWith("or:", StringComparison.Ordinal)));

    private static bool IsHeading(IReadOnlyList<HelpLine> lines, int index, bool bareHeadings)
    {
        var line = lines[index];
        if (line.IsBlank || line.StartsWithDash || line.Indent > MaxHeadingIndent || line.Text.Length > 80)
        {
            return false;
        }

        var next = lines.Skip(index + 1).FirstOrDefault(l => !l.IsBlank);
        if (next is null)
        {
            return false;
        }

        if (line.Text.EndsWith(':'))
        {
            return next.Indent > line.Indent || next.StartsWithDash || !line.Text.Contains(". ", StringComparison.Ordinal);
        }

        var alone = index == 0 || lines[index - 1].IsBlank;
        return alone && line.Indent == 0 && next.Indent > 0 && (bareHeadings || Capitals().IsMatch(line.Text));
    }

    [GeneratedRegex(@"^usage(?::\s*(?<rest>.*)|$)", RegexOptions.IgnoreCase)]
    private static partial Regex UsageLine();

    [GeneratedRegex("^[A-Z][A-Z ]+$")]
    private static partial Regex Capitals();
}
