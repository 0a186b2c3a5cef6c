namespace Farm;

/// <summary>A progress bar in a terminal; it isn't drawn elsewhere.</summary>
/// <param name="output">The writer that it is drawn to.</param>
/// <param name="isDrawn">Whether there is a terminal.</param>
/// <param name="total">The number of files.</param>
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

    /// <summary>Clears the bar for a line of text. The next call draws the bar below that line.</summary>
    public void Clear()
    {
        if (isDrawn)
        {
            output.Write($"\r{new string(' ', Width + 24)}\r");
        }
    }
}
