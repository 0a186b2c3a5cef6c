using TypedExec.Import.Help;

namespace TypedExec.Import.Tests.Support;

/// <summary>The help texts that were written for the tests.</summary>
internal static class TextFile
{
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "Help", "Texts");

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names
        => System.IO.Directory.GetFiles(Directory, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static HelpText Read(string name) => HelpText.Parse(File.ReadAllText(Path.Combine(Directory, name + ".txt")));

    /// <summary>Returns the words that print the text, as in its name: <c>git-remote</c> is <c>git remote</c>.</summary>
    public static IReadOnlyList<string> PathOf(string name) => name switch
    {
        "fetch-all" => ["fetch"],
        "fleet-options" => ["fleet"],
        "argparse-subcommands" => ["vault"],
        "clap-long" => ["scan"],
        _ => name.Split('-'),
    };
}
