using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>A part of a page: its heading, and the lines below it.</summary>
/// <param name="Heading">The heading without colon; empty for what comes before the first one.</param>
/// <param name="Lines">The lines below the heading; where the heading's line goes on behind a colon, that is the first.</param>
internal sealed record Section(string Heading, IReadOnlyList<HelpLine> Lines)
{
    public bool IsNamed(Regex pattern) => pattern.IsMatch(Heading);
}
