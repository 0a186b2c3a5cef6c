namespace TypedExec.Shells;

/// <summary>The parts of a POSIX shell's text in which a quoted word isn't safe.</summary>
internal sealed partial class PosixScanner
{
    private const string InArithmetic = "inside an arithmetic expression, which the shell evaluates. Compute the value in C#";

    private bool _isLostInBrackets;

    private void ReadQuoted(char quote, bool hasEscapes)
    {
        if (hasEscapes && text[_i] == '\\' && Next != HolePosition.Mark)
        {
            _i++;
            Command.Add(text.Substring(Math.Min(_i, text.Length - 1), 1));
        }
        else if (text[_i] == HolePosition.Mark)
        {
            Place(InsideQuotes);
        }
        else if (text[_i] == quote)
        {
            _modes.Pop();
        }
        else
        {
            Command.Add(text[_i]);
        }

        _i++;
    }

    private void ReadBacktick()
    {
        switch (text[_i])
        {
            case '\\' when Next != HolePosition.Mark:
                _i++;
                break;
            case HolePosition.Mark:
                Place("inside backticks, where the shell removes backslashes before it reads quotes. Use $( ) instead");
                break;
            case '`':
                _modes.Pop();
                break;
        }

        _i++;
    }

    private void ReadDouble()
    {
        switch (text[_i])
        {
            case '"':
                _modes.Pop();
                _i++;
                break;
            case HolePosition.Mark:
                Place(InsideQuotes);
                _i++;
                break;
            case '\\' or '$' or '`':
                ReadSpecial();
                break;
            default:
                Command.Add(text[_i]);
                _i++;
                break;
        }
    }

    private void ReadBraces()
    {
        switch (text[_i])
        {
            case '}':
                _modes.Pop();
                _i++;
                break;
            case HolePosition.Mark:
                Place("inside ${ }, where its quotes may not act as quotes. Assign it to a variable first, as in x={…}");
                _i++;
                break;
            case '\'' when _modes.Contains(Mode.Double):
                _i++;
                break;
            case '\\' or '"' or '$' or '`' or '\'':
                ReadSpecial();
                break;
            default:
                _i++;
                break;
        }
    }

    /// <summary>Reads an arithmetic expression. The shell evaluates its content, including commands: <c>a[$(id)]</c>.</summary>
    private void ReadArithmetic()
    {
        switch (text[_i])
        {
            case HolePosition.Mark:
                Place(InArithmetic, isEvaluated: true);
                break;
            case '(':
                _arithmeticDepth++;
                break;
            case ')' when _arithmeticDepth > 2:
                _arithmeticDepth--;
                break;
            case ')' when Next == ')':
                _modes.Pop();
                _i++;
                break;
            case ')' or '\\' or '\'' or '"' or '`':
                // Shells disagree about where it ends now, or whether it is a substitution after all. It is assumed to continue,
                // so that every hole after it is rejected.
                _arithmeticDepth = int.MaxValue / 2;
                break;
        }

        _i++;
    }

    /// <summary>
    /// Reads <c>$[ ]</c>. A shell that doesn't support it reads its text like any other, so nothing is certain after a quote in
    /// it.
    /// </summary>
    private void ReadBrackets()
    {
        switch (text[_i])
        {
            case HolePosition.Mark:
                Place(InArithmetic, isEvaluated: true);
                break;
            case ']' when !_isLostInBrackets:
                _modes.Pop();
                break;
            case '\\' or '\'' or '"' or '`' or '$' or '(' or ')' or '#' or '<':
                _isLostInBrackets = true;
                break;
        }

        _i++;
    }

    private void OpenArithmetic(int length)
    {
        Command.AddUnknown();
        _modes.Push(Mode.Arithmetic);
        _arithmeticDepth = 2;
        _i += length;
        ContinueWord();
    }

    private void SkipComment()
    {
        for (; _i < text.Length && text[_i] != '\n'; _i++)
        {
            if (text[_i] == HolePosition.Mark)
            {
                Place("in a comment, which a line feed in the hole would end. Remove the comment");
            }
        }
    }

    private void ReadHereDocumentStart()
    {
        Command.EndWord();
        _i += 2;
        var stripsTabs = _i < text.Length && text[_i] == '-';
        _i += stripsTabs ? 1 : 0;
        while (_i < text.Length && text[_i] is ' ' or '\t')
        {
            _i++;
        }

        var start = _i;
        while (_i < text.Length && !(text[_i] is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')'))
        {
            if (text[_i] == HolePosition.Mark)
            {
                Place("the delimiter of a here-document. Write a constant there");
            }

            _i++;
        }

        var delimiter = string.Concat(text.Substring(start, _i - start).Where(static c => c is not ('\'' or '"' or '\\')));
        _hereDocuments.Enqueue((delimiter, stripsTabs));
        _atWord = true;
    }

    private void SkipHereDocuments()
    {
        while (_hereDocuments.Count > 0)
        {
            var document = _hereDocuments.Dequeue();
            var isEnd = false;
            while (!isEnd && _i < text.Length)
            {
                var end = text.IndexOf('\n', _i);
                var line = text.Substring(_i, (end < 0 ? text.Length : end) - _i);
                for (var holes = line.Count(static c => c == HolePosition.Mark); holes > 0; holes--)
                {
                    Place("in a here-document, which has no quotes. Pass the text with the option Input");
                }

                isEnd = (document.StripsTabs ? line.TrimStart('\t') : line) == document.Delimiter;
                _i = end < 0 ? text.Length : end + 1;
            }
        }
    }
}
