namespace TypedExec.Shells;

/// <content>Reads commands: their words, operators, keywords, tests and nested lists.</content>
internal sealed partial class PosixScanner
{
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
}
