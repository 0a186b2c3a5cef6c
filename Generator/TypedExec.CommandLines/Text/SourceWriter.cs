using System.Runtime.CompilerServices;
using System.Text;

namespace TypedExec.CommandLines.Text;

/// <summary>
/// Writes lines of C# at the current indentation. Templates of several lines are indented as a whole, and holes go straight into
/// the buffer, so that a file costs no text but its own.
/// </summary>
internal sealed class SourceWriter
{
    private const string Indentation = "                                ";

    private readonly StringBuilder _text = new(16 * 1024);
    private int _depth;
    private bool _isLineStart = true;

    /// <summary>Gets or sets whether names that <see cref="ShortNames"/> contains are written in short.</summary>
    public bool HasShortNames { get; set; }

    public void Clear()
    {
        _text.Clear();
        _depth = 0;
        _isLineStart = true;
        HasShortNames = false;
    }

    public void Line() => _text.Append('\n');

    public void Line(string text)
    {
        Append(text);
        EndLine();
    }

    public void Line([InterpolatedStringHandlerArgument("")] ref Template template)
    {
        _ = template;
        EndLine();
    }

    /// <summary>Writes without ending the line.</summary>
    public void Write(string text) => Append(text);

    /// <summary>Writes a part of a text that contains no line ending.</summary>
    public void WriteRange(string text, int start, int length)
    {
        if (length > 0)
        {
            Indent();
            _text.Append(text, start, length);
        }
    }

    /// <summary>Writes without ending the line.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Template template) => _ = template;

    /// <summary>Opens a block in braces.</summary>
    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    public override string ToString() => _text.ToString();

    private void EndLine()
    {
        _text.Append('\n');
        _isLineStart = true;
    }

    /// <param name="text">The text.</param>
    /// <param name="isTemplate">True for text of the generator itself. Other text may be a literal, in which nothing is a name.</param>
    private void Append(string text, bool isTemplate = false)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            var length = (end < 0 ? text.Length : end) - start;
            if (length > 0)
            {
                Indent();
                AppendNames(text, start, length, isTemplate);
            }

            if (end < 0)
            {
                return;
            }

            EndLine();
            start = end + 1;
        }
    }

    private void AppendNames(string text, int start, int length, bool isTemplate)
    {
        var end = start + length;
        if (HasShortNames && (isTemplate || text.IndexOf('"', start, length) < 0))
        {
            for (var name = ShortNames.Find(text, start, length); name >= 0; name = ShortNames.Find(text, name + 1, end - name - 1))
            {
                if (ShortNames.Qualification(text, name) is > 0 and var qualification)
                {
                    _text.Append(text, start, name - start);
                    start = name + qualification;
                }
            }
        }

        _text.Append(text, start, end - start);
    }

    private void Indent()
    {
        if (_isLineStart)
        {
            _text.Append(Indentation, 0, Math.Min(_depth * 4, Indentation.Length));
            _isLineStart = false;
        }
    }

    /// <summary>An interpolated string that is written while it is evaluated.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly SourceWriter _writer;

        public Template(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = literalLength + formattedCount;
            _writer = writer;
        }

        public void AppendLiteral(string text) => _writer.Append(text, isTemplate: true);

        public void AppendFormatted(string? text) => _writer.Append(text ?? "");

        public void AppendFormatted(int number) => _writer.Append(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public void AppendFormatted(Literal literal) => literal.WriteTo(_writer);
    }
}
