namespace Farm;

/// <summary>
/// What is done already, in a file beside the folder, so that a run that was ended can be taken up: a line per file, what failed is tried
/// again.
/// </summary>
public sealed class Journal : IDisposable
{
    private readonly HashSet<string> _done = [];
    private readonly StreamWriter _file;

    /// <summary>Opens the journal.</summary>
    /// <param name="path">The file.</param>
    public Journal(string path)
    {
        if (File.Exists(path))
        {
            // A last line without an end is half a line.
            var text = File.ReadAllText(path);
            var whole = text[..(text.LastIndexOf('\n') + 1)];
            File.WriteAllText(path, whole);
            _done.UnionWith(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        _file = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>Whether a file is done.</summary>
    public bool Contains(string file) => _done.Contains(file);

    /// <summary>Writes down that a file is done; false where it was already.</summary>
    public bool Add(string file)
    {
        if (!_done.Add(file))
        {
            return false;
        }

        _file.WriteLine(file);
        return true;
    }

    public void Dispose() => _file.Dispose();
}
