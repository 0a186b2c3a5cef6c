namespace TypedExec.Generator.Specifications;

/// <summary>
/// Which additional file an attribute means. A project's own files are found by the end of their path, with or without
/// <c>.json</c>; those of the package TypedExec.Specifications by their whole name, and only where the project has none.
/// </summary>
internal static class SpecificationPath
{
    // The package puts its files into a folder of this name: converter/convert.mjs.
    private const string ReadyMadeFolder = "/typedexec-ready-made/";
    private const string Ending = ".json";

    /// <summary>Whether a path is one that the attribute may mean.</summary>
    public static bool Matches(string path, string specification)
    {
        var wanted = Normal(specification);
        return wanted.Length > 0 && (IsReadyMade(path) ? IsReadyMade(path, wanted) : EndsWith(path, wanted) || EndsWith(path, wanted + Ending));
    }

    /// <summary>The file next to the class takes precedence over others of the project, and those over the package's. Of several others, none.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, string specification, string directory)
    {
        var wanted = Normal(specification);
        var matches = paths.Where(path => Matches(path, specification)).Distinct(StringComparer.Ordinal).ToArray();
        var own = matches.Where(static path => !IsReadyMade(path)).ToArray();
        foreach (var beside in new[] { directory + "/" + wanted, directory + "/" + wanted + Ending })
        {
            if (own.Contains(beside))
            {
                return [beside];
            }
        }

        var exact = own.Where(path => EndsWith(path, wanted)).ToArray();
        return exact.Length > 0 ? exact : own.Length > 0 ? own : matches;
    }

    private static bool IsReadyMade(string path) => path.IndexOf(ReadyMadeFolder, StringComparison.Ordinal) >= 0;

    private static bool IsReadyMade(string path, string wanted)
    {
        var start = path.LastIndexOf(ReadyMadeFolder, StringComparison.Ordinal) + ReadyMadeFolder.Length;
        return path.Length - start - wanted.Length is var rest
            && string.CompareOrdinal(path, start, wanted, 0, wanted.Length) == 0
            && (rest == 0 || (rest == Ending.Length && path.EndsWith(Ending, StringComparison.Ordinal)));
    }

    private static bool EndsWith(string path, string wanted)
        => path.EndsWith(wanted, StringComparison.Ordinal) && (path.Length == wanted.Length || path[path.Length - wanted.Length - 1] == '/');

    private static string Normal(string specification)
    {
        var path = SpecificationFile.Slashes(specification.Trim());
        return path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path.TrimStart('/');
    }
}
