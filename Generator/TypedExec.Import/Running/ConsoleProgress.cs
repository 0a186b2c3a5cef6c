using TypedExec.Import.Help;

namespace TypedExec.Import.Running;

/// <summary>Shows progress on stderr in a single line that is overwritten, or nothing if stderr isn't a terminal.</summary>
internal sealed class ConsoleProgress(TextWriter stderr, bool isTerminal) : IWalkProgress
{
    private readonly Lock _lock = new();
    private int _found = 1;
    private int _read;

    public void Found(int commands)
    {
        lock (_lock)
        {
            _found += commands;
        }
    }

    public void Read(WalkedCommand command)
    {
        lock (_lock)
        {
            _read++;
            Show($"{_read} of {_found}  {string.Join(' ', command.Path)}");
        }
    }

    /// <summary>Removes the line.</summary>
    public void Clear() => Show("");

    private void Show(string text)
    {
        if (isTerminal)
        {
            // Carriage return, the text, and "erase to the end of the line".
            stderr.Write($"\r{text}\x1b[K");
        }
    }
}
