using System.Text;

namespace TypedExec.Terminals;

/// <summary>What the bytes of a terminal's output ask for, as <see cref="OutputParser"/> finds it.</summary>
internal interface ITerminalActions
{
    /// <summary>A character to show.</summary>
    void Print(Rune character);

    /// <summary>A control character of C0, such as line feed.</summary>
    void Control(byte control);

    /// <summary>An escape sequence of two or three characters.</summary>
    /// <param name="intermediate">The character between, or NUL.</param>
    /// <param name="final">The character that says what is to be done.</param>
    void Escape(char intermediate, char final);

    /// <summary>A control sequence.</summary>
    void Control(ControlSequence sequence);
}
