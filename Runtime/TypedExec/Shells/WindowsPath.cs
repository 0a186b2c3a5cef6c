namespace TypedExec.Shells;

/// <summary>Paths of Windows, by its rules on whatever platform.</summary>
internal static class WindowsPath
{
    /// <summary>The entries of PATH: one may stand in quotes, and then hold a semicolon; an empty one is none.</summary>
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

    /// <summary>Whether it names the same place from everywhere: with a drive and a root, or a share.</summary>
    public static bool IsFull(string path)
        => (path.Length > 2 && path[1] == ':' && char.IsAsciiLetter(path[0]) && path[2] is '\\' or '/')
        || (path.Length > 1 && path[0] is '\\' or '/' && path[1] is '\\' or '/');
}
