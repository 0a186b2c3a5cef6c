using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>The lines of a list with names on the left and descriptions on the right.</summary>
/// <param name="Lines">The entries, and the lines that continue them.</param>
/// <param name="Indent">The column where entries start. Lines that are indented further continue an entry.</param>
/// <param name="Column">The column where descriptions start, if that is clear.</param>
internal sealed record TwoColumnList(IReadOnlyList<HelpLine> Lines, int Indent, int? Column)
{
    /// <summary>The list at the start of the lines.</summary>
    public static TwoColumnList Of(IEnumerable<HelpLine> lines)
    {
        var filled = lines.Where(line => !line.IsBlank).ToList();
        var indent = filled.Count == 0 ? 0 : filled[0].Indent;
        // A line with a smaller indent ends the list.
        var all = filled.TakeWhile(line => line.Indent >= indent).ToList();
        return new TwoColumnList(all, indent, Columns.OfDescriptions(all.Where(line => line.Indent == indent)));
    }
}
