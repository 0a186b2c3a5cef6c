using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Running;

/// <summary>Finds the hint of a short help text at a full one, as curl's <c>--help all</c> and xz's <c>--long-help</c>.</summary>
internal static partial class FullHelp
{
    /// <summary>The arguments for the full text; null when the text names none.</summary>
    public static IReadOnlyList<string>? Mentioned(HelpText text)
        => text.Lines.Select(line => Hint().Match(line.Text)).FirstOrDefault(match => match.Success)?.Value.Split(' ');

    [GeneratedRegex(@"--help all\b|--long-help\b|--help -v\b")]
    private static partial Regex Hint();
}
