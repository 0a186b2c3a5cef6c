using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Manual;

/// <summary>Splits a manual page at its headings, which are the lines without an indent.</summary>
internal static class ManualSections
{
    public static IReadOnlyList<Section> Of(HelpText text)
    {
        var sections = new List<Section>();
        foreach (var line in text.Lines)
        {
            if (line is { IsBlank: false, Indent: 0 })
            {
                sections.Add(new Section(line.Text, new List<HelpLine>()));
            }
            else if (sections.Count > 0)
            {
                ((List<HelpLine>)sections[^1].Lines).Add(line);
            }
        }

        return sections;
    }

    /// <summary>The summary in the NAME section: <c>ls - list directory contents</c>.</summary>
    public static string Description(IReadOnlyList<Section> sections)
    {
        var name = sections.FirstOrDefault(section => section.Heading.Equals("NAME", StringComparison.OrdinalIgnoreCase));
        var text = name is null ? "" : Prose.Join(name.Lines.Select(line => line.Text));
        foreach (var dash in (string[])[" - ", " – ", " — "])
        {
            if (text.IndexOf(dash, StringComparison.Ordinal) is >= 0 and var at)
            {
                return text[(at + dash.Length)..].TrimEnd('.');
            }
        }

        return "";
    }
}
