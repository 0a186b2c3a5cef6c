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
        if (known?.Invoke(_hole) is { } words)
        {
            foreach (var word in words)
            {
                Command.EndWord();
                Command.Add(word);
            }
        }
        else
        {
            Command.AddHole(_hole);
        }

        _hole++;
    }

    /// <summary>
    /// Checks for an array index that contains an operator, and for a list in a list: where it ends, and where the shell
    /// continues if it finds no end, isn't certain, so every hole after it is rejected.
    /// </summary>
    private void CheckSubscript() => _isLost |= CodeArguments.IsSubscript(Command);

    /// <summary>Ends a word, which may be the operator that makes a test evaluate the holes before it.</summary>
    private void EndWord()
    {
        Command.EndWord();
        RefuseTest();
        _atWord = true;
    }

    private void RefuseTest()
    {
        if (Command.IsArithmeticTest)
        {
            foreach (var hole in Command.HolesInTest)
            {
                _places[hole] = _places[hole].Refusal is null ? CodeArguments.InArithmeticTest : _places[hole];
            }
        }
    }

    private void ReadCode()
    {
        var c = text[_i];
        switch (c)
        {
            case HolePosition.Mark:
                PlaceInCode();
                ContinueWord();
                break;
            case ' ' or '\t':
                EndWord();
                break;
            case '\n':
                _i++;
                SkipHereDocuments();
                StartCommand(isPartOfTest: Command.TestParentheses is not null);
                return;
            case '&' or '|' when Command.TestParentheses is not null && Next == c:
                _i++;
                StartCommand(isPartOfTest: true);
                break;
            case '|' when Command.TestParentheses > 0:
                // A pattern or a regular expression.
                EndWord();
                break;
            case '&' when Next == '>':
                _isLost |= Command.IsList;
                Command.RedirectBoth();
                _atWord = true;
                break;
            case ';' or '&' or '|':
                // A list can't contain it. A shell that finds it there continues with the next line, in the middle of a quoted
                // word.
                _isLost |= Command.IsList;
                StartCommand();
                break;
            case '<' when Follows("<<<"):
                _isLost |= Command.IsList;
                Command.Redirect();
                _i += 3;
                return;
            case '<' when Follows("<<"):
                ReadHereDocumentStart();
                return;
            case '<' or '>' when Command.TestParentheses is not null:
                EndWord();
                break;
            case '<' or '>':
                CheckSubscript();
                _isLost |= Command.IsList && Next != '(';
                Command.Redirect();
                _atWord = true;
                // 2>&1, <>file, >|file
                _i += Next is '&' or '>' or '|' && !(c == '<' && Next == '|') ? 1 : 0;
                break;
            case '(' when Next == '(' && (_atCommand || (_atWord && Command.Words.Count == 1 && Command.Words[0] == "for")):
                OpenArithmetic(length: 2);
                return;
            case '(' when Command.TestParentheses is not null:
                EndWord();
                Command.TestParentheses++;
                break;
            case '(':
                // A list in a list is invalid.
                _isLost |= Command.IsList && text[_i - 1] is not ('<' or '>');
                OpenCode(isList: Command.Begun.EndsWith("=", StringComparison.Ordinal));
                break;
            case ')' when Command.TestParentheses > 0:
                EndWord();
                Command.TestParentheses--;
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
            RefuseTestAtEnd();
            _ = _commands.Pop();
        }

        // A command follows f() and a pattern of case.
        if (isSubstitution && _modes.Peek() != Mode.Case)
        {
            ContinueWord();
        }
        else
        {
            StartCommand();
        }
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

    private void ReadKeyword()
    {
        var end = _i;
        while (end < text.Length && !(text[end] is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')'
            or '\\' or '\'' or '"' or '$' or '`' or HolePosition.Mark))
        {
            end++;
        }

        var word = text.Substring(_i, end - _i);
        var isKeyword = _atWord && _atCommand && (end == text.Length || text[end] is ' ' or '\t' or '\n' or ';' or ')');
        _i = end;
        Command.Add(word);
        ContinueWord();
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
        if (_atCommand)
        {
            Command.EndCommand();
        }
    }

    private void OpenCode(bool isList)
    {
        CheckSubscript();
        _modes.Push(Mode.Code);
        StartCommand(keepsCommand: true);
        _commands.Push(new CommandWords { IsList = isList });
    }

    private void Open(Mode mode, int length)
    {
        _modes.Push(mode);
        _i += length;
    }

    /// <param name="isPartOfTest">True if only an operand of <c>[[ ]]</c> has ended.</param>
    /// <param name="keepsCommand">True if the command continues after what begins here: a substitution.</param>
    private void StartCommand(bool isPartOfTest = false, bool keepsCommand = false)
    {
        if (!keepsCommand)
        {
            CheckSubscript();
            RefuseTestAtEnd();
            Command.EndCommand(isPartOfTest);
        }

        (_atWord, _atCommand) = (true, true);
    }

    private void RefuseTestAtEnd()
    {
        Command.EndWord();
        RefuseTest();
    }

    private void ContinueWord() => (_atWord, _atCommand) = (false, false);
}
