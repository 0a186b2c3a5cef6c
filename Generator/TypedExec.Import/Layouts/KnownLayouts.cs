using TypedExec.Import.Help;

namespace TypedExec.Import.Layouts;

/// <summary>Tells which layout a help text has: the one with most signs, and GNU's, the loosest, without any.</summary>
internal static class KnownLayouts
{
    private const int StrongSigns = 5;

    public static readonly IReadOnlyList<Layout> All =
    [
        new GitLayout(),
        new KubectlLayout(),
        new DotNetLayout(),
        new ClapLayout(),
        new CobraLayout(),
        new ArgparseLayout(),
        new NpmLayout(),
        new NodeLayout(),
        new OpenSslLayout(),
        new ManualLayout(),
        new GnuLayout(),
    ];

    public static Layout Detect(HelpText text) => All.MaxBy(layout => layout.Signs(text))!;

    /// <summary>The layout of a subcommand's page: that of its parent, unless the signs of another are strong.</summary>
    public static Layout Detect(HelpText text, Layout parent)
        => Detect(text) is var detected && detected.Signs(text) >= parent.Signs(text) + StrongSigns ? detected : parent;

    public static Layout Named(string name) => All.Single(layout => layout.Name == name);
}
