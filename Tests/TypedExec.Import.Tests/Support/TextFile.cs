using TypedExec.Import.Help;

namespace TypedExec.Import.Tests.Support;

/// <summary>The captured help texts.</summary>
internal static class TextFile
{
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "Help", "Texts");

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names
        => System.IO.Directory.GetFiles(Directory, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static HelpText Read(string name) => HelpText.Parse(File.ReadAllText(Path.Combine(Directory, name + ".txt")));

    /// <summary>The words that print the text, as its name has them: <c>git-remote</c> is <c>git remote</c>.</summary>
    public static IReadOnlyList<string> PathOf(string name) => name switch
    {
        "curl-all" => ["curl"],
        "kubectl-options" => ["kubectl"],
        "argparse-subcommands" => ["vault"],
        "clap-long" => ["scan"],
        "python3-json-tool" or "python3-http-server" or "python3-unittest" => ["python3"],
        _ => name.Split('-'),
    };
}
