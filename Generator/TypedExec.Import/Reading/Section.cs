using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>A part of a page: its heading, and the lines below it.</summary>
/// <param name="Heading">The heading without its colon; empty for the lines before the first one.</param>
/// <param name="Lines">The lines below the heading. If text follows its colon on the same line, that is the first of them.</param>
internal sealed record Section(string Heading, IReadOnlyList<HelpLine> Lines)
{
    public bool IsNamed(Regex pattern) => pattern.IsMatch(Heading);
}
