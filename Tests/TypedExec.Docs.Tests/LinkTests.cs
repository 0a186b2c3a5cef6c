using System.Text.RegularExpressions;

namespace TypedExec.Docs.Tests;

/// <summary>Every link leads somewhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_point_to_existing_files_and_headings(string path)
    {
        var page = new Page(path);
        var broken = Link().Matches(WithoutCode(page.Text))
            .Select(static match => match.Groups["target"].Value)
            .Where(static target => !Uri.IsWellFormedUriString(target, UriKind.Absolute))
            .Where(target => !Exists(page, target));
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_page_is_reachable_from_the_index()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["docs/README.md"]);
        while (waiting.TryDequeue(out var path))
        {
            if (!reached.Add(path))
            {
                continue;
            }

            var page = new Page(path);
            foreach (var target in Link().Matches(WithoutCode(page.Text)).Select(static match => match.Groups["target"].Value))
            {
                var file = Path.GetFullPath(Path.Combine(page.Folder, target.Split('#')[0]));
                if (file.EndsWith(".md", StringComparison.Ordinal) && File.Exists(file))
                {
                    waiting.Enqueue(Path.GetRelativePath(Page.Root, file).Replace('\\', '/'));
                }
            }
        }

        Assert.Empty(Page.All.Select(static page => page.Path).Where(static path => path.StartsWith("docs/", StringComparison.Ordinal)).Except(reached));
    }

    private static bool Exists(Page page, string target)
    {
        var (path, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var file = path.Length == 0 ? Path.Combine(Page.Root, page.Path) : Path.GetFullPath(Path.Combine(page.Folder, path));
        return heading is null
            ? File.Exists(file) || Directory.Exists(file)
            : File.Exists(file) && Headings(File.ReadAllText(file)).Contains(heading);
    }

    /// <summary>Returns the anchors of a page's headings, as GitHub creates them.</summary>
    private static IEnumerable<string> Headings(string text)
        => Heading().Matches(WithoutCode(text))
            .Select(static match => NotInName().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string WithoutCode(string text) => Code().Replace(text, "");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInName();

    [GeneratedRegex("^ *```.*?^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
