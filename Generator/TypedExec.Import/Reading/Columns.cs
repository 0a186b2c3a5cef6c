using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Finds the column where the right-hand texts of a two-column list start.</summary>
internal static class Columns
{
    /// <summary>
    /// The column where most texts start after a gap of two spaces, or null if fewer than two lines agree.
    /// </summary>
    public static int? OfDescriptions(IEnumerable<HelpLine> lines)
        => lines
            .Select(AfterGap)
            .OfType<int>()
            .GroupBy(column => column)
            .Where(group => group.Count() > 1)
            .OrderByDescending(group => group.Count())
            .Select(group => (int?)group.Key)
            .FirstOrDefault();

    /// <summary>The page's column where the text after the line's first gap starts.</summary>
    public static int? AfterGap(HelpLine line)
    {
        var gap = line.Text.IndexOf("  ", StringComparison.Ordinal);
        if (gap <= 0)
        {
            return null;
        }

        var at = gap;
        while (line.Text[at] == ' ')
        {
            at++;
        }

        return line.Indent + at;
    }

    /// <summary>
    /// Splits a line at its gap or, if it has none, at the column of the list's other lines. Null if it has no
    /// right-hand text.
    /// </summary>
    public static (string Left, string Right)? Split(HelpLine line, int? column)
    {
        if (AfterGap(line) is { } after)
        {
            return (line.Text[..(after - line.Indent)].TrimEnd(), line.Text[(after - line.Indent)..]);
        }

        if (column - line.Indent is { } at && at > 1 && at < line.Text.Length && line.Text[at - 1] == ' ')
        {
            return (line.Text[..at].TrimEnd(), line.Text[at..]);
        }

        return null;
    }
}
