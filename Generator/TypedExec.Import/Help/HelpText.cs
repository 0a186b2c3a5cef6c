using System.Text;
using System.Text.RegularExpressions;

namespace TypedExec.Import.Help;

/// <summary>The lines of a program's help output, without colors, overstrikes, and tabs.</summary>
internal sealed partial class HelpText
{
    private const int TabWidth = 8;

    private HelpText(IReadOnlyList<HelpLine> lines) => Lines = lines;

    public IReadOnlyList<HelpLine> Lines { get; }

    public bool IsEmpty => Lines.All(line => line.IsBlank);

    public static HelpText Parse(string text)
    {
        var plain = Overstrike().Replace(Escape().Replace(text, ""), "");
        return new HelpText([.. plain.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(ReadLine)]);
    }

    /// <summary>Whether a line of the text matches.</summary>
    public bool Has(Regex pattern) => Lines.Any(line => pattern.IsMatch(line.Text));

    private static HelpLine ReadLine(string line, int index)
    {
        var expanded = ExpandTabs(line).TrimEnd();
        var text = expanded.TrimStart();
        return new HelpLine(index + 1, expanded.Length - text.Length, text);
    }

    private static string ExpandTabs(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
        {
            return line;
        }

        var expanded = new StringBuilder();
        foreach (var c in line)
        {
            if (c == '\t')
            {
                expanded.Append(' ', TabWidth - (expanded.Length % TabWidth));
            }
            else
            {
                expanded.Append(c);
            }
        }

        return expanded.ToString();
    }

    /// <summary>The CSI and OSC sequences that terminals understand.</summary>
    [GeneratedRegex(@"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\))")]
    private static partial Regex Escape();

    /// <summary>Bold and underlined text as in man pages: a character, a backspace, and the character again.</summary>
    [GeneratedRegex(@".\x08")]
    private static partial Regex Overstrike();
}
