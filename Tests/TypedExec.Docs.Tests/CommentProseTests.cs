using System.Text.RegularExpressions;

namespace TypedExec.Docs.Tests;

/// <summary>Comments have no turn of phrase that reads as translated.</summary>
public sealed partial class CommentProseTests
{
    public static TheoryData<string> Projects =>
    [
        .. new[] { "Generator", "Runtime", "Samples" }
            .SelectMany(static folder => Directory.EnumerateDirectories(Path.Combine(Page.Root, folder)))
            .Where(static project => SourceFiles(project).Any())
            .Select(static project => Path.GetRelativePath(Page.Root, project).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_comment_is_free_of_translated_phrases(string project)
    {
        var found = SourceFiles(Path.Combine(Page.Root, project))
            .SelectMany(static file => Habit.All.SelectMany(habit => habit.In(Path.GetRelativePath(Page.Root, file), CommentsOf(File.ReadAllText(file)))))
            .ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static IEnumerable<string> SourceFiles(string folder)
        => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    /// <summary>The comments of a file without code and references; its lines keep their numbers.</summary>
    private static string CommentsOf(string source)
        => string.Join('\n', source.Split('\n').Select(static line => Comment().Match(line) is { Success: true } comment ? Code().Replace(comment.Groups[1].Value, "`") : "."));

    [GeneratedRegex(@"^\s*///?(.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex("<c>.*?</c>|<code>.*?</code>|<[^>]*>|\"[^\"]*\"")]
    private static partial Regex Code();
}
