using System.Globalization;
using System.Text;

namespace TypedExec.CommandLines.Reading;

/// <summary>
/// Reads JSON as defined by RFC 8259, plus comments and trailing commas as in JSONC because people edit these files, and records
/// the position of each value. It is stricter than the RFC where that leaves a choice: duplicate members and lone surrogates are
/// errors. A library would have to be shipped inside the generator, and none of them provides positions.
/// </summary>
internal ref partial struct JsonReader
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;
    private int _values;
    private StringBuilder? _unescaped;

    private JsonReader(ReadOnlySpan<char> text)
    {
        _text = text;
        _at = 0;
        _depth = 0;
        _values = 0;
        _unescaped = null;
    }

    /// <summary>Reads the single value of a text.</summary>
    /// <exception cref="JsonException">The text isn't valid JSON, or exceeds the <see cref="SpecificationLimits"/>.</exception>
    public static JsonValue Read(string text)
    {
        if (text.Length > SpecificationLimits.Characters)
        {
            throw new JsonException($"the file has more than {SpecificationLimits.Characters} characters", new JsonSpan(0, 0), isLimit: true);
        }

        var reader = new JsonReader(text.AsSpan());
        if (reader.Peek() == '\uFEFF')
        {
            reader._at++;
        }

        reader.SkipSpace();
        var value = reader.ReadValue();
        reader.SkipSpace();
        return reader._at == text.Length ? value : throw reader.Wrong("no text is allowed after the value");
    }

    private readonly char Peek() => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>Skips blanks, line breaks and comments.</summary>
    private void SkipSpace()
    {
        SkipBlanks();
        while (_at < _text.Length && _text[_at] == '/')
        {
            SkipComment();
            SkipBlanks();
        }
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is (' ' or '\t' or '\r' or '\n'))
        {
            _at++;
        }
    }

    private void SkipComment()
    {
        var rest = _text.Slice(_at + 1);
        switch (rest.Length == 0 ? '\0' : rest[0])
        {
            case '/':
                var line = rest.IndexOfAny('\r', '\n');
                _at = line < 0 ? _text.Length : _at + 1 + line;
                return;
            case '*':
                var end = rest.Slice(1).IndexOf("*/".AsSpan(), StringComparison.Ordinal);
                _at = end >= 0 ? _at + end + 4 : throw Wrong("the comment isn't closed", 2);
                return;
            default:
                throw Wrong("a comment begins with // or /*");
        }
    }

    private JsonValue ReadValue()
    {
        if (++_values > SpecificationLimits.Values)
        {
            throw new JsonException($"the file has more than {SpecificationLimits.Values} values", new JsonSpan(_at, 1), isLimit: true);
        }

        switch (Peek())
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                var start = _at;
                var text = ReadText();
                return new JsonText(text, new JsonSpan(start, _at - start));
            case 't':
                return ReadWord("true", JsonKind.True);
            case 'f':
                return ReadWord("false", JsonKind.False);
            case 'n':
                return ReadWord("null", JsonKind.Null);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                throw Wrong(_at == _text.Length ? "the text ends where a value is expected" : "a value is expected here");
        }
    }

    private JsonObject ReadObject()
    {
        var start = _at;
        Enter();
        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        SkipSpace();
        if (Peek() == '}')
        {
            return new JsonObject(members, Leave(start));
        }

        while (true)
        {
            var nameStart = _at;
            if (Peek() != '"')
            {
                throw Wrong("the name of a member is expected here, in double quotes");
            }

            var name = ReadText();
            if (!(names ??= new HashSet<string>(StringComparer.Ordinal)).Add(name))
            {
                throw new JsonException($"the object already has a member \"{Shown(name)}\"", new JsonSpan(nameStart, _at - nameStart));
            }

            // As in System.Text.Json, no comment stands between a name and its colon.
            SkipBlanks();
            if (Peek() != ':')
            {
                throw Wrong("a colon is expected here");
            }

            _at++;
            SkipSpace();
            members.Add(new JsonMember(name, ReadValue()));
            if (!Continues('}'))
            {
                return new JsonObject(members, Leave(start));
            }
        }
    }

    private JsonArray ReadArray()
    {
        var start = _at;
        Enter();
        var items = new List<JsonValue>();
        SkipSpace();
        if (Peek() == ']')
        {
            return new JsonArray(items, Leave(start));
        }

        while (true)
        {
            items.Add(ReadValue());
            if (!Continues(']'))
            {
                return new JsonArray(items, Leave(start));
            }
        }
    }

    private void Enter()
    {
        // The reader is recursive: the limit keeps it from overflowing the stack.
        if (++_depth > SpecificationLimits.JsonDepth)
        {
            throw new JsonException($"values are nested more than {SpecificationLimits.JsonDepth} levels deep", new JsonSpan(_at, 1), isLimit: true);
        }

        _at++;
    }

    private JsonSpan Leave(int start)
    {
        _depth--;
        _at++;
        return new JsonSpan(start, _at - start);
    }

    private bool Continues(char end)
    {
        SkipSpace();
        if (Peek() == end)
        {
            return false;
        }

        if (Peek() != ',')
        {
            throw Wrong($"a comma or '{end}' is expected here");
        }

        _at++;
        SkipSpace();
        return Peek() != end;
    }

    private readonly JsonException Wrong(string message, int length = 1)
        => new(message, new JsonSpan(Math.Min(_at, _text.Length), Math.Max(0, Math.Min(length, _text.Length - _at))));

    /// <summary>Returns a name from a hostile file, shortened for a message and without control characters.</summary>
    private static string Shown(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name.Length > 60 ? name.Substring(0, 60) + "…" : name)
        {
            text.Append(char.IsControl(character) ? string.Format(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)character) : character.ToString());
        }

        return text.ToString();
    }
}
