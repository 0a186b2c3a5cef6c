namespace TypedExec.Shells;

/// <summary>
/// Reads a POSIX shell's text far enough to know where each hole stands: through quotes, comments, here-documents and
/// nested substitutions (POSIX.1-2024, Shell Command Language, 2.2 to 2.7).
/// </summary>
internal sealed partial class PosixScanner(string text, bool knowsAnsiQuotes)
{
    private const string InsideQuotes = "inside quotes: remove the quotes around it, as a hole brings its own";

    private enum Mode
    {
        /// <summary>Commands: the whole text, <c>( )</c> and <c>$( )</c>.</summary>
        Code,

        /// <summary>Between <c>case</c> and <c>esac</c>, where a <c>)</c> closes nothing.</summary>
        Case,
        Single,
        Ansi,
        Double,
        Backtick,

        /// <summary><c>${ }</c>.</summary>
        Braces,

        /// <summary><c>$(( ))</c> and <c>(( ))</c>.</summary>
        Arithmetic,
    }

    private readonly Stack<Mode> _modes = new([Mode.Code]);
    private readonly Queue<(string Delimiter, bool StripsTabs)> _hereDocuments = new();
    private HolePlace[] _places = [];
    private int _hole;
    private int _i;
    private int _arithmeticDepth;

    /// <summary>Whether the next character would begin a word.</summary>
    private bool _atWord = true;

    /// <summary>Whether the next word would be a command's name.</summary>
    private bool _atCommand = true;

    public HolePlace[] Scan(int holes)
    {
        _places = new HolePlace[holes];
        while (_i < text.Length)
        {
            switch (_modes.Peek())
            {
                case Mode.Code or Mode.Case:
                    ReadCode();
                    break;
                case Mode.Single:
                    ReadQuoted('\'', hasEscapes: false);
                    break;
                case Mode.Ansi:
                    ReadQuoted('\'', hasEscapes: true);
                    break;
                case Mode.Backtick:
                    ReadBacktick();
                    break;
                case Mode.Double:
                    ReadDouble();
                    break;
                case Mode.Braces:
                    ReadBraces();
                    break;
                case Mode.Arithmetic:
                    ReadArithmetic();
                    break;
            }
        }

        return _places;
    }

    private char Next => _i + 1 < text.Length ? text[_i + 1] : '\n';

    private bool Follows(string what) => text.AsSpan(_i).StartsWith(what, StringComparison.Ordinal);

    private void Place(string? refusal) => _places[_hole++] = new HolePlace(refusal, refusal is null && _atCommand);

    private void ReadCode()
    {
        var c = text[_i];
        switch (c)
        {
            case ShellLine.Hole:
                Place(null);
                WordGoesOn();
                break;
            case ' ' or '\t':
                _atWord = true;
                break;
            case '\n':
                _i++;
                SkipHereDocuments();
                StartCommand();
                return;
            case ';' or '&' or '|':
                StartCommand();
                break;
            case '<' when Follows("<<<"):
                _i += 3;
                return;
            case '<' when Follows("<<"):
                ReadHereDocumentStart();
                return;
            case '<' or '>':
                _atWord = true;
                break;
            case '(' when _atCommand && Next == '(':
                OpenArithmetic(length: 2);
                return;
            case '(':
                _modes.Push(Mode.Code);
                StartCommand();
                break;
            case ')':
                CloseParenthesis();
                break;
            case '#' when _atWord:
                SkipComment();
                return;
            case '\\' or '\'' or '"' or '$' or '`':
                ReadSpecial();
                return;
            default:
                ReadKeyword();
                return;
        }

        _i++;
    }

    private void CloseParenthesis()
    {
        var isSubstitution = _modes.Peek() == Mode.Code && _modes.Count > 1 && text[_i - 1] != '(';
        if (_modes.Peek() == Mode.Code && _modes.Count > 1)
        {
            _modes.Pop();
        }

        // Behind f() and behind a pattern of case comes a command.
        if (isSubstitution && _modes.Peek() != Mode.Case)
        {
            WordGoesOn();
        }
        else
        {
            StartCommand();
        }
    }

    /// <summary>What means something in code, in double quotes and in braces alike.</summary>
    private void ReadSpecial()
    {
        var inDouble = _modes.Peek() == Mode.Double;
        var wasAtWord = (_atWord, _atCommand);
        WordGoesOn();
        switch (text[_i])
        {
            case '\\' when Next == ShellLine.Hole && !inDouble:
                Place("right behind a backslash, which would escape its quote: remove the backslash");
                _i += 2;
                break;
            case '\\' when Next == '\n':
                (_atWord, _atCommand) = wasAtWord;
                _i += 2;
                break;
            case '\\':
                _i += Next == ShellLine.Hole ? 1 : 2;
                break;
            case '\'':
                Open(Mode.Single, 1);
                break;
            case '"':
                Open(Mode.Double, 1);
                break;
            case '`':
                Open(Mode.Backtick, 1);
                break;
            case '$' when Next == '$':
                // The shell's pid: what stands behind it is no $'…' and no $(…).
                _i += 2;
                break;
            case '$' when Follows("$(("):
                OpenArithmetic(length: 3);
                break;
            case '$' when Next == '(':
                Open(Mode.Code, 2);
                StartCommand();
                break;
            case '$' when Next == '{':
                Open(Mode.Braces, 2);
                break;
            case '$' when Next == '\'' && knowsAnsiQuotes && !inDouble:
                Open(Mode.Ansi, 2);
                break;
            case '$' when Next == ShellLine.Hole && !inDouble:
                Place("right behind a $, which would change its meaning: remove the $, or escape it as \\$ and put a space behind");
                _i += 2;
                break;
            default:
                _i++;
                break;
        }
    }

    private void ReadKeyword()
    {
        var end = _i;
        while (end < text.Length && !(text[end] is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')'
            or '\\' or '\'' or '"' or '$' or '`' or ShellLine.Hole))
        {
            end++;
        }

        var word = text.AsSpan(_i, end - _i);
        var isKeyword = _atWord && _atCommand && (end == text.Length || text[end] is ' ' or '\t' or '\n' or ';' or ')');
        _i = end;
        WordGoesOn();
        if (!isKeyword)
        {
            return;
        }

        if (word is "case")
        {
            _modes.Push(Mode.Case);
        }
        else if (word is "esac" && _modes.Peek() == Mode.Case)
        {
            _modes.Pop();
        }

        _atCommand = word is "then" or "do" or "else" or "elif" or "if" or "while" or "until" or "!" or "{" or "}" or "fi" or "done" or "esac" or "time";
    }

    private void Open(Mode mode, int length)
    {
        _modes.Push(mode);
        _i += length;
    }

    private void StartCommand() => (_atWord, _atCommand) = (true, true);

    private void WordGoesOn() => (_atWord, _atCommand) = (false, false);
}
