namespace TypedExec.Shells;

/// <summary>Windows paths, by Windows rules on every platform.</summary>
internal static class WindowsPath
{
    /// <summary>
    /// Returns the entries of PATH. An entry may be in quotes, and then contain a semicolon; empty entries are ignored.
    /// </summary>
    public static List<string> Entries(string path)
    {
        var entries = new List<string>();
        var isQuoted = false;
        var start = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i < path.Length && path[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (i == path.Length || (path[i] == ';' && !isQuoted))
            {
                if (path[start..i].Replace("\"", "", StringComparison.Ordinal).Trim() is { Length: > 0 } entry)
                {
                    entries.Add(entry);
                }

                start = i + 1;
            }
        }

        return entries;
    }

    /// <summary>Returns whether a path names the same place from everywhere: with a drive and a root, or a share.</summary>
    public static bool IsFull(string path)
        => (path.Length > 2 && path[1] == ':' && char.IsAsciiLetter(path[0]) && path[2] is '\\' or '/')
        || (path.Length > 1 && path[0] is '\\' or '/' && path[1] is '\\' or '/');
}
