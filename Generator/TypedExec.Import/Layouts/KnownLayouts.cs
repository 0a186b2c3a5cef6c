using TypedExec.Import.Help;

namespace TypedExec.Import.Layouts;

/// <summary>Detects the layout of a help text: the one with the most signs, or GNU's, the least specific, if there are none.</summary>
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

    /// <summary>The layout of a subcommand's page: its parent's, unless another one has strong signs.</summary>
    public static Layout Detect(HelpText text, Layout parent)
        => Detect(text) is var detected && detected.Signs(text) >= parent.Signs(text) + StrongSigns ? detected : parent;

    public static Layout Named(string name) => All.Single(layout => layout.Name == name);
}
