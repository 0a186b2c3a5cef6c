using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>An entry in a list of options: its spelling, and the lines that describe it.</summary>
internal sealed class OptionEntry(HelpLine line, SpelledOption spelling)
{
    public HelpLine Line { get; } = line;

    public SpelledOption Spelling { get; private set; } = spelling;

    public List<string> Description { get; } = Right(line, spelling);

    /// <summary>The column of the description, or null if there is none yet.</summary>
    public int? DescriptionColumn { get; private set; } = Column(line, spelling);

    /// <summary>Adds the line below, which spells the same option.</summary>
    public void Add(HelpLine line, SpelledOption spelling)
    {
        Spelling = spelling with { Names = [.. Spelling.Names, .. spelling.Names] };
        Description.AddRange(Right(line, spelling));
        DescriptionColumn ??= Column(line, spelling);
    }

    /// <summary>Adds the line below, which continues the description.</summary>
    public void Describe(HelpLine line)
    {
        Description.Add(Description.Count == 0 ? Trim(line.Text) : line.Text);
        DescriptionColumn ??= line.Indent;
    }

    private static List<string> Right(HelpLine line, SpelledOption spelling)
        => spelling.End < line.Text.Length ? [Trim(line.Text[spelling.End..])] : [];

    /// <summary>Removes the text that some programs put between the columns: <c>= text</c>, <c>: text</c>, <c>- text</c>.</summary>
    private static string Trim(string text)
        => text.Length > 1 && text[0] is '=' or ':' or '-' && text[1] == ' ' ? text[2..].TrimStart() : text;

    private static int? Column(HelpLine line, SpelledOption spelling)
        => spelling.End < line.Text.Length ? line.Indent + spelling.End : null;
}
