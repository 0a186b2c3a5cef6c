using System.Text.RegularExpressions;

namespace TypedExec.Docs.Tests;

/// <summary>The pages read as if a native technical writer had written them, as far as patterns can tell.</summary>
public sealed partial class ProseTests
{
    /// <summary>A page of some length may say "so that" now and then; more often, it becomes a tic.</summary>
    private const int WordsPerSoThat = 250;

    public static TheoryData<string> Pages => [.. Page.All.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_free_of_translated_phrases(string path)
    {
        var text = ProseOf(new Page(path).Text);

        var found = Habit.All.SelectMany(habit => habit.In(path, text)).ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_rarely_uses_so_that(string path)
    {
        var text = ProseOf(new Page(path).Text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

        Assert.InRange(Regex.Count(text, @"\bso\s+that\b", RegexOptions.IgnoreCase), 0, 1 + words / WordsPerSoThat);
    }

    public static TheoryData<string> Packages => [.. Shipped.Assemblies.Select(static assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void IntelliSense_is_free_of_translated_phrases(string package)
    {
        var members = Shipped.Documentation(Shipped.Assemblies.Single(assembly => assembly.GetName().Name == package)).ToList();

        var found = members.SelectMany(member => Habit.All.SelectMany(habit => habit.In(member.Member, member.Text))).ToList();

        Assert.NotEmpty(members);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>A page without code, comments, and the targets of links; its lines keep their numbers.</summary>
    private static string ProseOf(string page)
        => NotProse().Replace(page, static match => new string('\n', match.Value.Count('\n')) + (match.Value.StartsWith('`') ? "`" : ""));

    [GeneratedRegex(@"^ *```.*?^ *```$|<!--.*?-->|``.+?``|`[^`\n]*`|\]\([^)]*\)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NotProse();
}
