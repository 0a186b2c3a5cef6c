using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>The lines of a list that has names on the left and texts on the right.</summary>
/// <param name="Lines">The entries, and the lines that go on with one.</param>
/// <param name="Indent">Where the entries begin; what is indented further goes on.</param>
/// <param name="Column">Where the texts begin, if that is clear.</param>
internal sealed record TwoColumnList(IReadOnlyList<HelpLine> Lines, int Indent, int? Column)
{
    /// <summary>The list that the lines begin with.</summary>
    public static TwoColumnList Of(IEnumerable<HelpLine> lines)
    {
        var filled = lines.Where(line => !line.IsBlank).ToList();
        var indent = filled.Count == 0 ? 0 : filled[0].Indent;
        // Text further left is no longer the list.
        var all = filled.TakeWhile(line => line.Indent >= indent).ToList();
        return new TwoColumnList(all, indent, Columns.OfDescriptions(all.Where(line => line.Indent == indent)));
    }
}
