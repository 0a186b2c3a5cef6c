using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Manual;

/// <summary>
/// Finds the calls of the program in a SYNOPSIS, which may also contain subheadings and sentences: the lines that start with the
/// program, each with the lines below it that are indented further.
/// </summary>
internal static class ManualSynopsis
{
    public static IReadOnlyList<UsageLine> Lines(IEnumerable<HelpLine> lines, IReadOnlyList<string> path)
    {
        var calls = new List<(HelpLine Line, string Text)>();
        var isOpen = false;
        var lastIndent = 0;
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                isOpen = false;
            }
            else if (IsCall(line, path))
            {
                calls.Add((line, line.Text));
                isOpen = true;
                lastIndent = line.Indent;
            }
            else if (isOpen && (line.Indent > lastIndent || line.Text[0] is '[' or '-' or '<' or '{' or '('))
            {
                calls[^1] = (calls[^1].Line, $"{calls[^1].Text} {line.Text}");
            }
            else
            {
                isOpen = false;
            }
        }

        return [.. calls.SelectMany(call => UsageLines.Of([call.Line with { Text = call.Text }], path))];
    }

    private static bool IsCall(HelpLine line, IReadOnlyList<string> path)
        => IsFollowed(line.Text, string.Join(' ', path)) || IsFollowed(line.Text, string.Join('-', path));

    /// <summary>Whether the line consists of the words, followed by more of a call rather than by a sentence.</summary>
    private static bool IsFollowed(string text, string words)
        => text.StartsWith(words, StringComparison.Ordinal)
            && (text.Length == words.Length || (text[words.Length] == ' ' && (!text.EndsWith('.') || text.EndsWith("..", StringComparison.Ordinal))));
}
