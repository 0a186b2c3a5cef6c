namespace Farm;

/// <summary>A bar at a terminal; nothing where there is none.</summary>
/// <param name="output">Where it is drawn.</param>
/// <param name="isDrawn">Whether there is a terminal.</param>
/// <param name="total">What it is when it is full.</param>
public sealed class ProgressBar(TextWriter output, bool isDrawn, int total)
{
    private const int Width = 40;

    public void Draw(int done)
    {
        if (isDrawn)
        {
            var full = total == 0 ? Width : done * Width / total;
            output.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {done}/{total} ");
        }
    }

    /// <summary>Makes room for a line of text, which the next drawing puts the bar below.</summary>
    public void Clear()
    {
        if (isDrawn)
        {
            output.Write($"\r{new string(' ', Width + 24)}\r");
        }
    }
}
