namespace TypedExec.Shells;

/// <summary>
/// Reads PowerShell text far enough to know where each hole stands: strings, here-strings, comments, escapes and
/// subexpressions in strings (about_Quoting_Rules, about_Comments, about_Parsing).
/// </summary>
internal sealed class PowerShellScanner(string text)
{
    private const string InsideQuotes = "inside quotes: remove the quotes around it, as a hole brings its own";

    // The strings and parentheses that are open, the innermost on top: '(' is code, the others are their closing quote.
    private readonly Stack<char> _open = new(['(']);
    private HolePlace[] _places = [];
    private int _hole;
    private int _i;
    private bool _atCommand = true;

    /// <summary>PowerShell reads the typographic quotes U+2018 to U+201B as it reads the plain one.</summary>
    public static bool IsSingleQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';

    public HolePlace[] Scan(int holes)
    {
        _places = new HolePlace[holes];
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

    private char Previous => ShellLine.At(text, _i - 1);

    private char Next => ShellLine.At(text, _i + 1);

    private static bool IsDoubleQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E';

    private void Place(string? refusal) => _places[_hole++] = new HolePlace(refusal, refusal is null && _atCommand);

    private void ReadCode()
    {
        var c = text[_i];
        switch (c)
        {
            case ShellLine.Hole:
                Place(RefusalInCode());
                _atCommand = false;
                break;
            case '`' when Next != ShellLine.Hole:
                _i++;
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
                _atCommand = true;
                break;
            case '(':
                _open.Push('(');
                _atCommand = true;
                break;
            case ')':
                if (_open.Count > 1)
                {
                    _open.Pop();
                }

                _atCommand = false;
                break;
            case '\n' or ';' or '|' or '{' or '}' or '=':
                _atCommand = true;
                break;
            case '&':
                // && separates commands; a single & behind a command does too, but else it calls what follows.
                _atCommand = Previous == '&';
                break;
            case ' ' or '\t':
                break;
            default:
                if (IsSingleQuote(c) || IsDoubleQuote(c))
                {
                    _open.Push(IsSingleQuote(c) ? '\'' : '"');
                }

                _atCommand = false;
                break;
        }
    }

    private string? RefusalInCode() => (Previous, Next) switch
    {
        ('`', _) => "right behind a backtick, which would escape its quote: remove the backtick",
        ('$' or '@', _) => "right behind a $ or @, which would change its meaning: remove that",
        var (_, next) when !IsEnd(next) =>
            "right before other text, which PowerShell takes for the next argument: put the whole word into the hole",
        var (previous, _) when IsSingleQuote(previous) || IsDoubleQuote(previous) =>
            "right behind a quote, which would be read together with its own: put the whole word into the hole",
        _ => null,
    };

    private static bool IsEnd(char c) => c is ' ' or '\t' or '\n' or '\r' or ';' or '|' or '&' or '(' or ')' or '{' or '}' or ',' or '>';

    private void ReadSingle()
    {
        if (text[_i] == ShellLine.Hole)
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
    }

    private void ReadDouble()
    {
        var c = text[_i];
        if (c == ShellLine.Hole)
        {
            Place(InsideQuotes);
        }
        else if (c == '`')
        {
            _i += Next == ShellLine.Hole ? 0 : 1;
        }
        else if (c == '$' && Next == '(')
        {
            _open.Push('(');
            _i++;
            _atCommand = true;
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
    }

    /// <summary>From <c>@'</c> to a line that begins with <c>'@</c>.</summary>
    private void SkipHereString(bool isSingle)
    {
        _atCommand = false;
        for (_i++; _i < text.Length; _i++)
        {
            if (text[_i] == ShellLine.Hole)
            {
                Place("in a here-string, which has no quotes: assign the hole to a variable first");
            }
            else if (text[_i] == '\n' && (isSingle ? IsSingleQuote(Next) : IsDoubleQuote(Next)) && ShellLine.At(text, _i + 2) == '@')
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
            if (text[_i] == ShellLine.Hole)
            {
                Place("in a comment, which it could end: remove the comment");
            }
        }

        _i += end.Length - 1;
    }
}
