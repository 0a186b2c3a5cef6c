namespace Farm;

/// <summary>
/// Records finished files in a file next to the folder, one line per file, so that an interrupted run can be resumed. Failed files are
/// tried again.
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
            // A last line without a line ending is incomplete.
            var text = File.ReadAllText(path);
            var whole = text[..(text.LastIndexOf('\n') + 1)];
            File.WriteAllText(path, whole);
            _done.UnionWith(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        _file = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>Whether a file is done.</summary>
    public bool Contains(string file) => _done.Contains(file);

    /// <summary>Records that a file is done. Returns false if it already was.</summary>
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
