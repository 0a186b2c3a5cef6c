using System.Text;

namespace TypedExec.Terminals;

/// <summary>A terminal's output without its control sequences, for messages.</summary>
internal sealed class PlainText : ITerminalActions
{
    private readonly StringBuilder _text = new();

    private PlainText()
    {
    }

    public static string From(string output) => From(Encoding.UTF8.GetBytes(output));

    public static string From(ReadOnlySpan<byte> output)
    {
        var text = new PlainText();
        new OutputParser(text).Parse(output);
        return text._text.ToString();
    }

    void ITerminalActions.Print(Rune character) => _text.Append(character);

    void ITerminalActions.Control(byte control)
    {
        if (control is (byte)'\n' or (byte)'\t')
        {
            _text.Append((char)control);
        }
    }

    void ITerminalActions.Escape(char intermediate, char final)
    {
    }

    void ITerminalActions.Control(ControlSequence sequence)
    {
    }
}
