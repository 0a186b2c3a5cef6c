using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Running;

/// <summary>Finds a short help text's reference to a full one: curl's <c>--help all</c>, ffmpeg's <c>-h long</c>, xz's <c>--long-help</c>.</summary>
internal static partial class FullHelp
{
    /// <summary>The arguments for the full text, or null if there is no reference.</summary>
    public static IReadOnlyList<string>? Mentioned(HelpText text)
    {
        foreach (var line in text.Lines)
        {
            if (Hint().Match(line.Text) is { Success: true } hint)
            {
                return hint.Value.Split(' ');
            }

            // "ps --help <simple|list|all>": one of several sections is the full text.
            if (Choice().Match(line.Text) is { Success: true } choice)
            {
                return [choice.Groups["question"].Value, "all"];
            }
        }

        return null;
    }

    [GeneratedRegex(@"--help all\b|--help[-=]all\b|--long-help\b|--full-?help\b|--help-full\b|--help -v\b|(?<![\w-])-h long\b|(?<![\w-])help all\b(?=['""`’]? (for|to|lists|shows|prints)\b)")]
    private static partial Regex Hint();

    [GeneratedRegex(@"(?<question>--help) [<\[{(]?(?:\w+\|)+all\b")]
    private static partial Regex Choice();
}
