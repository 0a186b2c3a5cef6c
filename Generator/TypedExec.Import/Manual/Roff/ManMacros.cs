namespace TypedExec.Import.Manual.Roff;

/// <summary>The macros of man(7).</summary>
internal sealed class ManMacros(RoffOutput output)
{
    private const int Base = 7;
    private const int SubheadingIndent = 3;
    private const int Step = 7;

    private readonly Stack<int> _outer = new();
    private int _left = Base;
    private bool _isFilled = true;
    private bool _isSpaced = true;

    /// <summary>Whether the next line is a tag rather than text.</summary>
    private bool _expectsTag;

    public void Render(IReadOnlyList<RoffLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Macro is null)
            {
                Text(line.Text);
            }
            else
            {
                Macro(line.Macro, line.Arguments);
            }
        }
    }

    private void Macro(string name, IReadOnlyList<string> arguments)
    {
        switch (name)
        {
            case "TH" when arguments is [var page, var section, ..]:
                output.Line(0, $"{page}({section})    {page}({section})");
                break;
            case "SH":
                Heading(0, arguments);
                break;
            case "SS":
                Heading(SubheadingIndent, arguments);
                break;
            case "PP" or "P" or "LP" or "HP":
                Paragraph();
                output.Indent = _left;
                break;
            case "TP":
                Paragraph();
                _expectsTag = true;
                break;
            case "TQ":
                output.Break();
                _expectsTag = true;
                break;
            case "IP":
                Paragraph();
                output.Indent = _left + Step;
                if (arguments is ["•" or "○" or "o" or "*" or "-", ..])
                {
                    // A bullet is on the same line as its text.
                    output.Indent = _left;
                    output.Add("•");
                }
                else if (arguments is [{ Length: > 0 } tag, ..])
                {
                    Tag(tag);
                }

                break;
            case "RS":
                output.Break();
                _outer.Push(_left);
                _left += Step;
                output.Indent = _left;
                break;
            case "RE":
                output.Break();
                _left = _outer.TryPop(out var left) ? left : Base;
                output.Indent = _left;
                break;
            case "nf" or "EX":
                output.Break();
                _isFilled = false;
                break;
            case "fi" or "EE":
                output.Break();
                _isFilled = true;
                break;
            case "br" or "YS":
                output.Break();
                break;
            case "sp":
                output.Blank();
                break;
            case "PD":
                _isSpaced = arguments is not ["0", ..];
                break;
            case "SY":
                output.Break();
                Text(string.Join(' ', arguments));
                break;
            case "OP":
                Text($"[{string.Join(' ', arguments)}]");
                break;
            case "B" or "I" or "SM" or "SB" or "UR" or "MT":
                Text(string.Join(' ', arguments));
                break;
            case "BR" or "RB" or "BI" or "IB" or "IR" or "RI" or "UE" or "ME":
                Text(string.Concat(arguments));
                break;
        }
    }

    private void Heading(int indent, IReadOnlyList<string> arguments)
    {
        output.Blank();
        _outer.Clear();
        _left = Base;
        _isFilled = true;
        _expectsTag = false;
        output.Line(indent, string.Join(' ', arguments));
        output.Indent = _left;
    }

    private void Paragraph()
    {
        _expectsTag = false;
        if (_isSpaced)
        {
            output.Blank();
        }
        else
        {
            output.Break();
        }
    }

    private void Text(string text)
    {
        if (_expectsTag)
        {
            _expectsTag = false;
            Tag(text);
            output.Indent = _left + Step;
            return;
        }

        // A blank line, or one that starts with a space, ends the line before it.
        if (text.Trim().Length == 0)
        {
            output.Blank();
            return;
        }

        if (!_isFilled || text[0] == ' ')
        {
            output.Break();
        }

        output.Add(_isFilled ? text.Trim() : text);
        if (!_isFilled)
        {
            output.Break();
        }
    }

    private void Tag(string text) => output.Line(_left, text.Replace(RoffText.Joiner.ToString(), "", StringComparison.Ordinal).Trim());
}
