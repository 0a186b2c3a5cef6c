namespace TypedExec.Shells;

/// <summary>
/// Reads PowerShell text far enough to determine the position of each hole: strings, here-strings, comments, escapes and
/// subexpressions in strings (about_Quoting_Rules, about_Comments, about_Parsing).
/// </summary>
/// <param name="text">The text, with <see cref="HolePosition.Mark"/> for each hole.</param>
/// <param name="known">Returns the words of a hole that is a command, by the hole's index; null for any other hole.</param>
internal sealed class PowerShellScanner(string text, Func<int, IReadOnlyList<string>?> known)
{
    private const string InsideQuotes = "inside quotes. Remove the quotes around it, because a hole is quoted automatically";

    // The open strings and parentheses, the innermost on top: '(' is code, the others are their closing quote.
    private readonly Stack<char> _open = new(['(']);
    private readonly Stack<CommandWords> _commands = new([new CommandWords()]);
    private HolePosition[] _places = [];
    private int _hole;
    private int _i;
    private bool _atCommand = true;

    /// <summary>PowerShell reads the typographic quotes U+2018 to U+201B as it reads the plain one.</summary>
    public static bool IsSingleQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';

    public HolePosition[] Scan(int holes)
    {
        _places = new HolePosition[holes];
        for (; _i < text.Length; _i++)
        {
            switch (_open.Peek())
            {
                case '(':
                    ReadCode();
                    break;
                case '\'':
                    ReadSingle();
                    break;
                case '"':
                    ReadDouble();
                    break;
            }
        }

        return _places;
    }

    private char Previous => ShellTemplate.At(text, _i - 1);

    private char Next => ShellTemplate.At(text, _i + 1);

    private static bool IsDoubleQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E';

    private CommandWords Command => _commands.Peek();

    private void Place(string refusal) => _places[_hole++] = new HolePosition(refusal);

    private void PlaceInCode()
    {
        var place = RefusalInCode() is { } refusal ? new HolePosition(refusal) : CodeArguments.Find(ShellFamily.PowerShell, Command);
        _places[_hole] = place with { StartsCommand = place.Refusal is null && _atCommand };
        Command.AddHole(_hole, known(_hole));
        _hole++;
    }

    private void ReadCode()
    {
        var c = text[_i];
        switch (c)
        {
            case ShellTemplate.Hole:
                PlaceInCode();
                _atCommand = false;
                break;
            case '`' when Next != ShellTemplate.Hole:
                _i++;
                Command.Add(ShellTemplate.At(text, _i));
                _atCommand = false;
                break;
            case '@' when IsSingleQuote(Next) || IsDoubleQuote(Next):
                SkipHereString(IsSingleQuote(Next));
                break;
            case '<' when Next == '#':
                SkipComment("#>");
                break;
            case '#' when Previous is ' ' or '\t' or '\n' or ';' or '|' or '(' or ')' or '{' or '}' or '&' or ',' or '=':
                SkipComment("\n");
                Command.EndCommand();
                _atCommand = true;
                break;
            case '(':
                Open();
                break;
            case ')':
                if (_open.Count > 1)
                {
                    Close();
                }

                _atCommand = false;
                break;
            case '\n' or ';' or '|' or '{' or '}' or '=':
                Command.EndCommand();
                _atCommand = true;
                break;
            case '&':
                Command.EndCommand();
                // && separates commands. A single & after a command does too, but otherwise it calls what follows.
                _atCommand = Previous == '&';
                break;
            case ' ' or '\t':
                Command.EndWord();
                break;
            case ',':
                Command.EndWord();
                _atCommand = false;
                break;
            default:
                if (IsSingleQuote(c) || IsDoubleQuote(c))
                {
                    _open.Push(IsSingleQuote(c) ? '\'' : '"');
                    Command.Add("");
                }
                else
                {
                    Command.Add(c);
                }

                _atCommand = false;
                break;
        }
    }

    private string? RefusalInCode() => (Previous, Next) switch
    {
        ('`', _) => "directly after a backtick, which would escape its quote. Remove the backtick",
        ('$' or '@', _) => "directly after a $ or @, which would change its meaning. Remove that",
        var (_, next) when !IsEnd(next) =>
            "directly before other text, which PowerShell reads as the next argument. Put the whole word into the hole",
        var (previous, _) when IsSingleQuote(previous) || IsDoubleQuote(previous) =>
            "directly after a quote, which would be read together with its own. Put the whole word into the hole",
        _ => null,
    };

    private static bool IsEnd(char c) => c is ' ' or '\t' or '\n' or '\r' or ';' or '|' or '&' or '(' or ')' or '{' or '}' or ',' or '>';

    private void Open()
    {
        _open.Push('(');
        Command.AddUnknown();
        _commands.Push(new CommandWords());
        _atCommand = true;
    }

    private void Close()
    {
        _open.Pop();
        _commands.Pop();
    }

    private void ReadSingle()
    {
        if (text[_i] == ShellTemplate.Hole)
        {
            Place(InsideQuotes);
        }
        else if (IsSingleQuote(text[_i]))
        {
            if (IsSingleQuote(Next))
            {
                _i++;
            }
            else
            {
                _open.Pop();
            }
        }
        else
        {
            Command.Add(text[_i]);
        }
    }

    private void ReadDouble()
    {
        var c = text[_i];
        if (c == ShellTemplate.Hole)
        {
            Place(InsideQuotes);
        }
        else if (c == '`')
        {
            _i += Next == ShellTemplate.Hole ? 0 : 1;
        }
        else if (c == '$' && Next == '(')
        {
            _i++;
            Open();
        }
        else if (IsDoubleQuote(c))
        {
            if (IsDoubleQuote(Next))
            {
                _i++;
            }
            else
            {
                _open.Pop();
            }
        }
        else
        {
            Command.Add(c);
        }
    }

    /// <summary>Skips from <c>@'</c> to a line that begins with <c>'@</c>.</summary>
    private void SkipHereString(bool isSingle)
    {
        _atCommand = false;
        for (_i++; _i < text.Length; _i++)
        {
            if (text[_i] == ShellTemplate.Hole)
            {
                Place("in a here-string, which has no quotes. Assign the hole to a variable first");
            }
            else if (text[_i] == '\n' && (isSingle ? IsSingleQuote(Next) : IsDoubleQuote(Next)) && ShellTemplate.At(text, _i + 2) == '@')
            {
                _i += 2;
                return;
            }
        }
    }

    private void SkipComment(string end)
    {
        for (; _i < text.Length && !text.AsSpan(_i).StartsWith(end, StringComparison.Ordinal); _i++)
        {
            if (text[_i] == ShellTemplate.Hole)
            {
                Place("in a comment, which it could end. Remove the comment");
            }
        }

        _i += end.Length - 1;
    }
}
