using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// fish. In its single quotes, a backslash escapes a quote and a backslash, and nothing else is special
/// (https://fishshell.com/docs/current/language.html#quotes).
/// </summary>
internal sealed class FishDialect : ShellDialect
{
    private const string InsideQuotes = "inside quotes. Remove the quotes around it, because a hole is quoted automatically";

    public override void AppendQuoted(StringBuilder builder, string word, bool isAdjacent)
        => builder.Append('\'')
            .Append(word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal))
            .Append('\'');

    protected override HolePosition[] Scan(ShellTemplate line)
    {
        var places = new HolePosition[line.Holes.Count];
        var text = line.Text;
        var hole = 0;
        // The quotes around the open parentheses: "…$(…)…" contains code inside quotes.
        var quotes = new Stack<char>([CodeMode]);
        var commands = new Stack<CommandWords>([new CommandWords()]);
        for (var i = 0; i < text.Length; i++)
        {
            var mode = quotes.Peek();
            switch (text[i])
            {
                case ShellTemplate.Hole:
                    places[hole] = Refusal(mode, ShellTemplate.At(text, i - 1), IsEscaped(text, i)) is { } refusal
                        ? new HolePosition(refusal)
                        : CodeArguments.Find(ShellFamily.Fish, commands.Peek());
                    commands.Peek().AddHole(hole, line.KnownWords(hole));
                    hole++;
                    break;
                case '\\':
                    // Escaped holes are distinguished at their position.
                    if (ShellTemplate.At(text, i + 1) != ShellTemplate.Hole)
                    {
                        i++;
                        commands.Peek().Add(ShellTemplate.At(text, i));
                    }

                    break;
                case '\'' or '"' when mode == CodeMode:
                    quotes.Push(text[i]);
                    commands.Peek().Add("");
                    break;
                case '\'' or '"' when mode == text[i]:
                    quotes.Pop();
                    break;
                case '(' when mode == CodeMode || (mode == '"' && ShellTemplate.At(text, i - 1) == '$'):
                    quotes.Push(CodeMode);
                    commands.Peek().AddUnknown();
                    commands.Push(new CommandWords());
                    break;
                case ')' when mode == CodeMode && quotes.Count > 1:
                    quotes.Pop();
                    commands.Pop();
                    break;
                case ' ' or '\t' when mode == CodeMode:
                    commands.Peek().EndWord();
                    break;
                case '\n' or ';' or '|' or '&' when mode == CodeMode:
                    commands.Peek().EndCommand();
                    break;
                case '<' or '>' when mode == CodeMode:
                    commands.Peek().Redirect();
                    break;
                case '#' when mode == CodeMode && IsWordStart(ShellTemplate.At(text, i - 1)):
                    for (; ShellTemplate.At(text, i + 1) != '\n'; i++)
                    {
                        if (text[i + 1] == ShellTemplate.Hole)
                        {
                            places[hole++] = new HolePosition("in a comment, which a line feed in the hole would end. Remove the comment");
                        }
                    }

                    break;
                default:
                    commands.Peek().Add(text[i]);
                    break;
            }
        }

        return places;
    }

    private const char CodeMode = '(';

    private static string? Refusal(char mode, char before, bool isEscaped) => mode switch
    {
        '\'' or '"' => InsideQuotes,
        _ when isEscaped => "directly after a backslash, which would escape its quote. Remove the backslash",
        _ when before == '$' => "directly after a $, which would change its meaning. Remove the $",
        _ => null,
    };

    private static bool IsEscaped(string text, int index)
    {
        var start = index;
        while (start > 0 && text[start - 1] == '\\')
        {
            start--;
        }

        return (index - start) % 2 == 1;
    }

    private static bool IsWordStart(char before) => before is ' ' or '\t' or '\n' or ';' or '|' or '&' or '(' or ')' or '<' or '>';
}
