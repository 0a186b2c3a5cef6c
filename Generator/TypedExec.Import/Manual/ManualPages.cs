namespace TypedExec.Import.Manual;

/// <summary>Finds manual pages on this machine: in MANPATH, next to the programs of PATH, and in the system's usual folders.</summary>
internal sealed class ManualPages
{
    private static readonly string[] Sections = ["1", "8", "6", "n"];

    private readonly Lazy<IReadOnlyDictionary<string, string>> _files;

    public ManualPages(IEnumerable<string> folders)
        => _files = new(() => Index([.. folders.Where(Directory.Exists).Distinct(StringComparer.Ordinal)]));

    /// <summary>The pages of this machine.</summary>
    /// <param name="program">The program, whose own folder may contain pages too.</param>
    public static ManualPages OfMachine(string program)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (Path.GetDirectoryName(program) is { Length: > 0 } own)
        {
            path.Insert(0, own);
        }

        string[] known = ["/usr/local/share/man", "/usr/local/man", "/usr/share/man", "/opt/homebrew/share/man"];
        IEnumerable<string> beside = path.SelectMany(folder => (string[])[Path.Combine(folder, "../share/man"), Path.Combine(folder, "../man")]);
        var standard = beside.Concat(known).Select(Path.GetFullPath).ToList();

        // As for man: an empty entry means the standard folders, and so does a missing MANPATH.
        var folders = (Environment.GetEnvironmentVariable("MANPATH") ?? "").Split(Path.PathSeparator);
        return new ManualPages(folders.SelectMany(folder => folder.Length == 0 ? standard : [folder]));
    }

    /// <summary>The file of a page such as <c>git-log</c>, or null if it doesn't exist.</summary>
    public string? Find(string name) => _files.Value.GetValueOrDefault(name);

    /// <summary>The pages whose names start with the name and a dash: those of its subcommands.</summary>
    public IReadOnlyList<string> Below(string name)
        => [.. _files.Value.Keys.Where(page => page.Length > name.Length + 1 && page[name.Length] == '-' && page.StartsWith(name, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Index(IReadOnlyList<string> folders)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            foreach (var folder in folders.Select(folder => Path.Combine(folder, "man" + section)).Where(Directory.Exists))
            {
                foreach (var file in Directory.EnumerateFiles(folder))
                {
                    files.TryAdd(NameOf(file), file);
                }
            }
        }

        return files;
    }

    /// <summary>The page's name: <c>openssl</c> for <c>openssl.1ssl.gz</c>, <c>apt-get</c> for <c>apt-get.8.gz</c>.</summary>
    private static string NameOf(string file)
    {
        var name = Path.GetFileName(file);
        foreach (var compression in (string[])[".gz", ".xz", ".bz2", ".zst", ".Z"])
        {
            name = name.EndsWith(compression, StringComparison.Ordinal) ? name[..^compression.Length] : name;
        }

        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }
}
