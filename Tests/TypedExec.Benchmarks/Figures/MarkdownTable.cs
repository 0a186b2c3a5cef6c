using System.Text;

namespace TypedExec.Benchmarks.Figures;

/// <summary>A table in Markdown, whose columns are aligned right from a certain one on.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    public MarkdownTable(int textColumns, params string[] headings)
    {
        Add(headings);
        _text.Append('|').AppendJoin('|', headings.Select((_, index) => index < textColumns ? "---" : "---:")).Append("|\n");
    }

    public void Add(params string[] cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _text.ToString();
}
