using System.Text;

namespace TypedExec.Import.Source;

/// <summary>Writes indented lines of C#.</summary>
internal sealed class CodeWriter
{
    private const int MaxWidth = 120;

    private readonly StringBuilder _text = new();
    private string _indent = "";

    public void Line(string line = "") => _text.Append(line.Length == 0 ? "" : _indent).Append(line).Append('\n');

    public void Open()
    {
        Line("{");
        _indent += "    ";
    }

    public void Close()
    {
        _indent = _indent[4..];
        Line("}");
    }

    /// <summary>Writes an element of an XML doc comment, on one line if it fits.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="content">Its content, escaped.</param>
    public void Doc(string element, string content)
    {
        if (content.Length == 0)
        {
            return;
        }

        var line = $"/// <{element}>{content}</{element}>";
        if (_indent.Length + line.Length <= MaxWidth)
        {
            Line(line);
            return;
        }

        Line($"/// <{element}>");
        foreach (var part in Wrap(content, MaxWidth - _indent.Length - "/// ".Length))
        {
            Line("/// " + part);
        }

        Line($"/// </{element}>");
    }

    /// <summary>Writes an attribute, with one setting per line if they don't fit on a single line.</summary>
    public void Attribute(string name, IReadOnlyList<string> arguments)
    {
        var line = $"[{name}({string.Join(", ", arguments)})]";
        if (_indent.Length + line.Length <= MaxWidth)
        {
            Line(line);
            return;
        }

        Line($"[{name}(");
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = Wrap(arguments[i] + (i < arguments.Count - 1 ? "," : ")]"), MaxWidth - _indent.Length - 8).ToList();
            for (var part = 0; part < parts.Count; part++)
            {
                Line((part == 0 ? "    " : "        ") + parts[part]);
            }
        }
    }

    public override string ToString() => _text.ToString();

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var start = 0;
        while (text.Length - start > width)
        {
            var space = text.LastIndexOf(' ', start + width, width);
            if (space <= start)
            {
                space = text.IndexOf(' ', start + width);
            }

            if (space < 0)
            {
                break;
            }

            yield return text[start..space];
            start = space + 1;
        }

        yield return text[start..];
    }
}
