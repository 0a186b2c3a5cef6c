using System.Text;

namespace TypedExec.Terminals;

/// <summary>The actions that the bytes of a terminal's output request, as found by <see cref="OutputParser"/>.</summary>
internal interface ITerminalActions
{
    /// <summary>Displays a character.</summary>
    void Print(Rune character);

    /// <summary>Executes a C0 control character, such as line feed.</summary>
    void Control(byte control);

    /// <summary>Executes an escape sequence of two or three characters.</summary>
    /// <param name="intermediate">The character in between, or NUL.</param>
    /// <param name="final">The character that specifies the action.</param>
    void Escape(char intermediate, char final);

    /// <summary>Executes a control sequence.</summary>
    void Control(ControlSequence sequence);
}
