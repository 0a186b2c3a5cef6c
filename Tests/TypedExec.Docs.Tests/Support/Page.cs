using System.Runtime.CompilerServices;

namespace TypedExec.Docs.Tests.Support;

/// <summary>A Markdown file of the repository.</summary>
/// <param name="Path">Its path from the root, with slashes.</param>
internal sealed record Page(string Path)
{
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(SourceDirectory(), "..", "..", ".."));

    /// <summary>Gets the pages that readers find: those at the root and in <c>docs</c>.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(System.IO.Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(static file => new Page(System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/')))
            .OrderBy(static page => page.Path, StringComparer.Ordinal),
    ];

    public string Text { get; } = File.ReadAllText(System.IO.Path.Combine(Root, Path)).ReplaceLineEndings("\n");

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.Combine(Root, Path))!;

    public override string ToString() => Path;

    private static string SourceDirectory([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
