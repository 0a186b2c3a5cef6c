using System.Text;

namespace TypedExec.Import.Manual.Roff;

/// <summary>The rendered page: paragraphs of one line each, of any length, with their indents.</summary>
internal sealed class RoffOutput
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private bool _endsWithBlank = true;
    private bool _joins;

    /// <summary>The indent of the next line.</summary>
    public int Indent { get; set; }

    /// <summary>Adds words to the line.</summary>
    public void Add(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_line.Length > 0 && !_joins)
        {
            _line.Append(' ');
        }

        _joins = text.EndsWith(RoffText.Joiner);
        _line.Append(text.Replace(RoffText.Joiner.ToString(), "", StringComparison.Ordinal));
    }

    /// <summary>Ends the line.</summary>
    public void Break()
    {
        var line = _line.ToString().TrimEnd();
        _line.Clear();
        _joins = false;
        if (line.Length > 0)
        {
            _text.Append(' ', Indent).Append(line).Append('\n');
            _endsWithBlank = false;
        }
    }

    /// <summary>Ends the line and adds a blank one.</summary>
    public void Blank()
    {
        Break();
        if (!_endsWithBlank)
        {
            _text.Append('\n');
            _endsWithBlank = true;
        }
    }

    /// <summary>Writes a separate line at this indent.</summary>
    public void Line(int indent, string text)
    {
        Break();
        var before = Indent;
        Indent = indent;
        Add(text);
        Break();
        Indent = before;
    }

    public override string ToString()
    {
        Break();
        return _text.ToString();
    }
}
