namespace TypedExec.Shells;

/// <summary>
/// Reads text for a POSIX shell far enough to determine the position of each hole: through quotes, comments, here-documents and
/// nested substitutions (POSIX.1-2024, Shell Command Language, 2.2 to 2.7), and which command it is an argument of.
/// </summary>
/// <param name="text">The text, with <see cref="HolePosition.Mark"/> for each hole.</param>
/// <param name="supportsAnsiQuotes">True if <c>$'…'</c> is a quote with backslashes.</param>
/// <param name="known">Returns the words of a hole that is a command, by the hole's index; null for any other hole.</param>
/// <remarks>Shared with the analyzer, which is built for netstandard2.0.</remarks>
internal sealed partial class PosixScanner(string text, bool supportsAnsiQuotes, Func<int, IReadOnlyList<string>?>? known = null)
{
    private const string InsideQuotes = "inside quotes. Remove the quotes around it, because a hole is quoted automatically";

    private enum Mode
    {
        /// <summary>Commands: the whole text, <c>( )</c> and <c>$( )</c>.</summary>
        Code,

        /// <summary>Between <c>case</c> and <c>esac</c>, where a <c>)</c> doesn't close anything.</summary>
        Case,
        Single,
        Ansi,
        Double,
        Backtick,

        /// <summary><c>${ }</c>.</summary>
        Braces,

        /// <summary><c>$(( ))</c> and <c>(( ))</c>.</summary>
        Arithmetic,

        /// <summary><c>$[ ]</c>, the older form, which dash doesn't support.</summary>
        Brackets,
    }

    private readonly Stack<Mode> _modes = new([Mode.Code]);
    private readonly Stack<CommandWords> _commands = new([new CommandWords()]);
    private readonly Queue<(string Delimiter, bool StripsTabs)> _hereDocuments = new();
    private HolePosition[] _places = [];
    private int _hole;
    private int _i;
    private int _arithmeticDepth;
    private bool _isLost;

    /// <summary>Whether the next character would begin a word.</summary>
    private bool _atWord = true;

    /// <summary>Whether the next word would be a command's name.</summary>
    private bool _atCommand = true;

    public HolePosition[] Scan(int holes)
    {
        _places = new HolePosition[holes];
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
                case Mode.Brackets:
                    ReadBrackets();
                    break;
            }
        }

        return _places;
    }

    private char Next => _i + 1 < text.Length ? text[_i + 1] : '\n';

    private bool Follows(string what) => text.AsSpan(_i).StartsWith(what, StringComparison.Ordinal);

    private CommandWords Command => _commands.Peek();

    private void Place(string refusal, bool isEvaluated = false) => _places[_hole++] = new HolePosition(refusal, IsEvaluated: isEvaluated);

    /// <summary>Places a hole among commands, where its quotes work; but the command may evaluate its argument.</summary>
    private void PlaceInCode()
    {
        var place = _isLost ? CodeArguments.InSubscript
            : Command.IsArithmeticTest ? CodeArguments.InArithmeticTest : CodeArguments.Find(ShellFamily.Posix, Command);
        _places[_hole] = place with { StartsCommand = place.Refusal is null && _atCommand };
        Command.AddHole(_hole, known?.Invoke(_hole));
        _hole++;
    }

    /// <summary>Reads characters that are special in code, in double quotes and in braces alike.</summary>
    private void ReadSpecial()
    {
        var inDouble = _modes.Peek() == Mode.Double;
        var wasAtWord = (_atWord, _atCommand);
        ContinueWord();
        Command.Add("");
        switch (text[_i])
        {
            case '\\' when Next == HolePosition.Mark && !inDouble:
                Place("directly after a backslash, which would escape its quote. Remove the backslash");
                _i += 2;
                break;
            case '\\' when Next == '\n':
                (_atWord, _atCommand) = wasAtWord;
                _i += 2;
                break;
            case '\\':
                if (Next != HolePosition.Mark)
                {
                    Command.Add(Next);
                    _i++;
                }

                _i++;
                break;
            case '\'':
                Open(Mode.Single, 1);
                break;
            case '"':
                Open(Mode.Double, 1);
                break;
            case '`':
                Command.AddUnknown();
                Open(Mode.Backtick, 1);
                break;
            case '$' when Next == '$':
                // The shell's process ID; what follows it isn't a $'…' or a $(…).
                Command.AddUnknown();
                _i += 2;
                break;
            case '$' when Next == '[':
                Command.AddUnknown();
                Open(Mode.Brackets, 2);
                break;
            case '$' when Follows("$(("):
                OpenArithmetic(length: 3);
                break;
            case '$' when Next == '(':
                Command.AddUnknown();
                _i++;
                OpenCode(isList: false);
                _i++;
                break;
            case '$' when Next == '{':
                Command.AddUnknown();
                Open(Mode.Braces, 2);
                break;
            case '$' when Next == '\'' && supportsAnsiQuotes && !inDouble:
                Open(Mode.Ansi, 2);
                break;
            case '$' when Next == HolePosition.Mark && !inDouble:
                Place("directly after a $, which would change its meaning. Remove the $, or escape it as \\$ and put a space after it");
                _i += 2;
                break;
            default:
                Command.AddUnknown();
                _i++;
                break;
        }
    }

    private void Open(Mode mode, int length)
    {
        _modes.Push(mode);
        _i += length;
    }

    private void ContinueWord() => (_atWord, _atCommand) = (false, false);
}
