using TypedExec.Import.Help;

namespace TypedExec.Import.Layouts;

/// <summary>Tells which layout a help text has: the one with most signs, and GNU's, the loosest, without any.</summary>
internal static class KnownLayouts
{
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
        new GnuLayout(),
    ];

    public static Layout Detect(HelpText text) => All.MaxBy(layout => layout.Signs(text))!;

    public static Layout Named(string name) => All.Single(layout => layout.Name == name);
}
