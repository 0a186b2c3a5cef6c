using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Finds the column where the right-hand texts of a two-column list begin.</summary>
internal static class Columns
{
    /// <summary>
    /// The column where most texts behind a gap of two spaces begin; null when fewer than two lines agree.
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

    /// <summary>Where the text behind the line's first gap begins, as a column of the page.</summary>
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
    /// Splits a line at its gap, or where none is at the column that the list's other lines have; null when it has no
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
