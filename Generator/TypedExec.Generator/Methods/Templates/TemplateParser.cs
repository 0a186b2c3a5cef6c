using System.Text;

namespace TypedExec.Generator.Methods.Templates;

/// <summary>Parses a template. The first mistake ends the parsing.</summary>
internal sealed class TemplateParser
{
    private readonly string _text;
    private int _position;
    private TemplateMistake? _mistake;

    private TemplateParser(string text) => _text = text;

    private bool IsAtEnd => _position >= _text.Length;

    public static IReadOnlyList<TemplateNode> Parse(string text, out TemplateMistake? mistake)
    {
        var parser = new TemplateParser(text);
        var nodes = parser.ReadNodes(groupStart: -1);
        mistake = parser._mistake;
        return mistake is null ? nodes : [];
    }

    /// <summary>Reads the words and groups up to the end of the template, or of the group that begins there.</summary>
    private List<TemplateNode> ReadNodes(int groupStart)
    {
        var nodes = new List<TemplateNode>();
        while (_mistake is null)
        {
            while (!IsAtEnd && char.IsWhiteSpace(_text[_position]))
            {
                _position++;
            }

            if (IsAtEnd)
            {
                if (groupStart >= 0)
                {
                    Fail(groupStart, groupStart + 1, "this group isn't closed; add ], or write \\[ for a bracket");
                }

                break;
            }

            if (_text[_position] == ']')
            {
                if (groupStart < 0)
                {
                    Fail(_position, _position + 1, "] doesn't close a group; write \\] for a bracket");
                }

                break;
            }

            nodes.Add(_text[_position] == '[' ? ReadGroup() : ReadWord(groupStart >= 0));
        }

        return nodes;
    }

    private TemplateGroup ReadGroup()
    {
        var start = _position++;
        var condition = ReadCondition();
        var nodes = ReadNodes(start);
        if (_mistake is null)
        {
            _position++;
            if (!IsAtEnd && !char.IsWhiteSpace(_text[_position]) && _text[_position] is not (']' or '['))
            {
                Fail(_position, _position + 1, "a group can't be part of a word; put a blank after ]");
            }
        }

        var group = new TemplateGroup(start, _position, condition, nodes);
        if (_mistake is null && nodes.Count == 0)
        {
            Fail(start, _position, "this group is empty; write \\[ and \\] for brackets");
        }
        else if (_mistake is null && condition is null && !group.Holes.Any())
        {
            Fail(start, _position, "this group has no parameter that could omit it; add one, or write \\[ and \\] for brackets");
        }

        return group;
    }

    /// <summary>Reads a name with a question mark and a blank, after the bracket.</summary>
    private TemplatePart? ReadCondition()
    {
        var start = _position;
        while (start < _text.Length && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        var end = start;
        while (end < _text.Length && IsNamePart(_text[end]))
        {
            end++;
        }

        if (end == start
            || !IsName(_text.Substring(start, end - start))
            || end >= _text.Length
            || _text[end] != '?'
            || (end + 1 < _text.Length && !char.IsWhiteSpace(_text[end + 1]) && _text[end + 1] != ']'))
        {
            return null;
        }

        _position = end + 1;
        return new TemplatePart(_text.Substring(start, end - start), true, start, end);
    }

    private TemplateWord ReadWord(bool isInGroup)
    {
        var start = _position;
        var parts = new List<TemplatePart>();
        var text = new StringBuilder();
        var textStart = start;
        var quote = '\0';
        var quoteStart = -1;
        while (_mistake is null && !IsAtEnd)
        {
            var current = _text[_position];
            if (current == '\0')
            {
                Fail(_position, _position + 1, "an argument can't contain a NUL character");
            }
            else if (current is '{' or '}')
            {
                if (_position + 1 < _text.Length && _text[_position + 1] == current)
                {
                    text.Append(current);
                    _position += 2;
                }
                else if (current == '}')
                {
                    Fail(_position, _position + 1, "} doesn't close a hole; write }} for a brace");
                }
                else
                {
                    AddText(parts, text, textStart);
                    ReadHole(parts);
                    textStart = _position;
                }
            }
            else if (quote != '\0')
            {
                _position++;
                if (current == quote)
                {
                    quote = '\0';
                }
                else
                {
                    text.Append(current);
                }
            }
            else if (char.IsWhiteSpace(current) || (current == ']' && isInGroup))
            {
                break;
            }
            else
            {
                switch (current)
                {
                    case '\'' or '"':
                        quote = current;
                        quoteStart = _position++;
                        break;
                    case '\\' when _position + 1 < _text.Length && _text[_position + 1] != '\0':
                        text.Append(_text[_position + 1]);
                        _position += 2;
                        break;
                    case '\\':
                        Fail(_position, _position + 1, "\\ doesn't escape anything here; write \\\\ for a backslash");
                        break;
                    case '[':
                        Fail(_position, _position + 1, "a group can't be part of a word; put a blank before [, or write \\[ for a bracket");
                        break;
                    case ']':
                        Fail(_position, _position + 1, "] doesn't close a group; write \\] for a bracket");
                        break;
                    default:
                        text.Append(current);
                        _position++;
                        break;
                }
            }
        }

        if (_mistake is null && quote != '\0')
        {
            Fail(quoteStart, quoteStart + 1, $"this quote isn't closed; add {quote}, or write \\{quote} for the character");
        }

        AddText(parts, text, textStart);
        return new TemplateWord(start, _position, parts);
    }

    private void ReadHole(List<TemplatePart> parts)
    {
        var start = _position;
        var end = _text.IndexOf('}', start);
        var next = _text.IndexOf('{', start + 1);
        if (end < 0 || (next >= 0 && next < end))
        {
            Fail(start, start + 1, "this hole isn't closed; add }, or write {{ for a brace");
            return;
        }

        var name = _text.Substring(start + 1, end - start - 1);
        _position = end + 1;
        if (name.Length == 0)
        {
            Fail(start, end + 1, "a hole names a parameter; write {{}} for braces");
        }
        else if (!IsName(name))
        {
            Fail(start + 1, end, name.IndexOf(':') >= 0
                ? "a hole contains only the name of a parameter; set a format with [Hole(Format = \"…\")]"
                : "a hole must be the name of a parameter; write {{ and }} for braces");
        }

        parts.Add(new TemplatePart(name, true, start, end + 1));
    }

    private void AddText(List<TemplatePart> parts, StringBuilder text, int start)
    {
        if (text.Length > 0)
        {
            parts.Add(new TemplatePart(text.ToString(), false, start, _position));
            text.Clear();
        }
    }

    private void Fail(int start, int end, string message) => _mistake ??= new TemplateMistake(start, end, message);

    private static bool IsName(string text) => (char.IsLetter(text[0]) || text[0] == '_') && text.All(IsNamePart);

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
