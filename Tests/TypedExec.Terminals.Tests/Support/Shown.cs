using System.Text;

namespace TypedExec.Terminals.Tests.Support;

/// <summary>What a screen displays of an output.</summary>
internal static class Shown
{
    public static string On(int columns, int rows, string output)
    {
        var screen = new TerminalScreen(new TerminalSize(columns, rows));
        screen.Write(Encoding.UTF8.GetBytes(output));
        return screen.ToString();
    }
}
