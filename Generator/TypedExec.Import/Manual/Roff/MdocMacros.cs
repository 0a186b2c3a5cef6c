namespace TypedExec.Import.Manual.Roff;

/// <summary>The macros of mdoc(7), by their meaning: sections, lists with tags, and inline macros.</summary>
internal sealed class MdocMacros(RoffOutput output)
{
    private const int Base = 5;
    private const int SubheadingIndent = 2;
    private const int Step = 8;

    private readonly MdocLine _inline = new();
    private readonly Stack<(int Left, bool IsCompact, bool HasTags)> _lists = new();
    private int _left = Base;
    private bool _isSynopsis;

    /// <summary>The tag that continues on the next lines, up to <c>Xc</c>; otherwise null.</summary>
    private string? _openTag;

    public void Render(IReadOnlyList<RoffLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Macro is null)
            {
                Text(line.Text.Trim());
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
            case "Dt" when arguments is [var page, var section, ..]:
                output.Line(0, $"{page}({section})    {page}({section})");
                break;
            case "Sh":
                Heading(0, arguments);
                _isSynopsis = arguments is ["SYNOPSIS"];
                break;
            case "Ss":
                Heading(SubheadingIndent, arguments);
                break;
            case "Pp" or "Lp":
                output.Blank();
                break;
            case "Bl":
                output.Break();
                _lists.Push((_left, arguments.Contains("-compact"), arguments.Any(argument => argument is "-tag" or "-hang" or "-inset" or "-diag" or "-ohang")));
                break;
            case "El":
                output.Break();
                _left = _lists.TryPop(out var list) ? list.Left : Base;
                output.Indent = _left;
                break;
            case "It":
                Item(arguments);
                break;
            case "Bd" or "D1" or "Dl":
                output.Break();
                Text(name == "Bd" ? "" : _inline.Read(arguments));
                break;
            case "Ed" or "br" or "sp":
                output.Break();
                break;
            case "Nd":
                output.Add($"- {_inline.Read(arguments)}");
                break;
            case "Nm" when _isSynopsis:
                output.Break();
                Text(_inline.Read(["Nm", .. arguments]));
                break;
            default:
                if (MdocLine.Knows(name))
                {
                    Text(_inline.Read([name, .. arguments]));
                }

                break;
        }
    }

    private void Heading(int indent, IReadOnlyList<string> arguments)
    {
        output.Blank();
        _lists.Clear();
        _left = Base;
        output.Line(indent, string.Join(' ', arguments));
        output.Indent = _left;
    }

    private void Item(IReadOnlyList<string> arguments)
    {
        var list = _lists.TryPeek(out var top) ? top : (Left: Base, IsCompact: false, HasTags: true);
        if (list.IsCompact)
        {
            output.Break();
        }
        else
        {
            output.Blank();
        }

        _left = list.Left;
        var tag = _inline.Read(arguments);
        if (_inline.IsOpen)
        {
            _openTag = tag;
        }
        else
        {
            Tag(tag, list.HasTags);
        }
    }

    private void Tag(string tag, bool isTag)
    {
        if (isTag && tag.Length > 0)
        {
            output.Line(_left, tag);
        }

        _left += Step;
        output.Indent = _left;
        if (!isTag)
        {
            output.Add(tag);
        }
    }

    private void Text(string text)
    {
        if (_openTag is null)
        {
            output.Add(text);
            return;
        }

        _openTag = MdocLine.Join(_openTag, text, _inline.JoinsBefore);
        if (!_inline.IsOpen)
        {
            var tag = _openTag;
            _openTag = null;
            Tag(tag, !_lists.TryPeek(out var list) || list.HasTags);
        }
    }
}
