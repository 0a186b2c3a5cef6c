namespace TypedExec.Terminals;

/// <summary>
/// The screen of a terminal: what a person would see of a program's output. It follows ECMA-48 and the extensions of the VT100
/// and xterm that change text; colors, titles and reports to the program are not supported.
/// </summary>
internal sealed class TerminalScreen
{
    private readonly object _gate = new();
    private readonly ScreenCursor _cursor;
    private readonly OutputParser _parser;

    public TerminalScreen(TerminalSize size)
    {
        _cursor = new ScreenCursor(size);
        _parser = new OutputParser(new ScreenActions(_cursor));
    }

    /// <summary>Displays more of the program's output.</summary>
    public void Write(ReadOnlySpan<byte> output)
    {
        lock (_gate)
        {
            _parser.Parse(output);
        }
    }

    public void Resize(TerminalSize size)
    {
        lock (_gate)
        {
            _cursor.Resize(size);
        }
    }

    /// <inheritdoc cref="ScreenGrid.ToString"/>
    public override string ToString()
    {
        lock (_gate)
        {
            return _cursor.Grid.ToString();
        }
    }
}
