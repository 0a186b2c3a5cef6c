using System.Text;

namespace TypedExec.CommandLines.Reading;

/// <content>Strings, numbers and words.</content>
internal ref partial struct JsonReader
{
    private JsonWord ReadWord(string word, JsonKind kind)
    {
        if (!_text.Slice(_at).StartsWith(word.AsSpan(), StringComparison.Ordinal))
        {
            throw Wrong("a value is expected here");
        }

        _at += word.Length;
        return new JsonWord(kind, new JsonSpan(_at - word.Length, word.Length));
    }

    private JsonNumber ReadNumber()
    {
        var start = _at;
        if (Peek() == '-')
        {
            _at++;
        }

        if (Peek() == '0')
        {
            _at++;
        }
        else
        {
            SkipDigits();
        }

        if (Peek() == '.')
        {
            _at++;
            SkipDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            _at++;
            if (Peek() is '+' or '-')
            {
                _at++;
            }

            SkipDigits();
        }

        return new JsonNumber(_text.Slice(start, _at - start).ToString(), new JsonSpan(start, _at - start));
    }

    private void SkipDigits()
    {
        if (Peek() is < '0' or > '9')
        {
            throw Wrong("a digit is expected here");
        }

        while (Peek() is >= '0' and <= '9')
        {
            _at++;
        }
    }

    private string ReadText()
    {
        var quote = _at++;
        var start = _at;
        _unescaped?.Clear();
        var isPlain = true;
        while (true)
        {
            if (_at == _text.Length)
            {
                throw new JsonException("the string isn't closed by a double quote", new JsonSpan(quote, _at - quote));
            }

            var character = _text[_at];
            if (character == '"')
            {
                var text = isPlain ? _text.Slice(start, _at - start).ToString() : _unescaped!.ToString();
                _at++;
                return text;
            }

            if (character < ' ')
            {
                throw Wrong("a control character must be escaped");
            }

            if (character != '\\' && !char.IsSurrogate(character))
            {
                _at++;
                if (!isPlain)
                {
                    _unescaped!.Append(character);
                }

                continue;
            }

            if (isPlain)
            {
                isPlain = false;
                (_unescaped ??= new StringBuilder()).Append(_text.Slice(start, _at - start).ToString());
            }

            var at = _at;
            var unit = ReadUnit();
            _unescaped!.Append(unit);
            if (!char.IsSurrogate(unit))
            {
                continue;
            }

            if (char.IsLowSurrogate(unit) || _at == _text.Length || ReadUnit() is var low && !char.IsLowSurrogate(low))
            {
                throw new JsonException("a surrogate has no other half", new JsonSpan(at, _at - at));
            }

            _unescaped.Append(low);
        }
    }

    /// <summary>Reads one UTF-16 unit, escaped or not.</summary>
    private char ReadUnit()
    {
        var character = _text[_at++];
        if (character != '\\')
        {
            return character;
        }

        var escape = Peek();
        _at++;
        switch (escape)
        {
            case '"' or '\\' or '/':
                return escape;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when ReadHex() is { } unit:
                return unit;
            default:
                _at -= 2;
                throw Wrong("the escape is invalid", 2);
        }
    }

    private char? ReadHex()
    {
        if (_text.Length - _at < 4)
        {
            return null;
        }

        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = _text[_at + i] switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return null;
            }

            value = (value * 16) + digit;
        }

        _at += 4;
        return (char)value;
    }
}
