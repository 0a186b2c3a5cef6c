using TypedExec.Import.Layouts;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Help;

/// <summary>Every help text is parsed as in its snapshot.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Texts => [.. TextFile.Names.Where(name => name != "git-help-a")];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_is_read_as_in_its_snapshot(string name)
    {
        var text = TextFile.Read(name);
        var layout = KnownLayouts.Detect(text);

        Snapshot.Verify(PageText.Of(layout.Name, layout.ReadPage(text, TextFile.PathOf(name))), name);
    }

    [Fact]
    public void The_list_of_git_commands_omits_guides_and_file_formats()
    {
        var names = KnownLayouts.Named("git").ReadList(TextFile.Read("git-help-a")).Select(command => command.Name).ToList();

        Assert.Contains("commit", names);
        Assert.Contains("rev-parse", names);
        Assert.Contains("parcel", names);
        Assert.DoesNotContain("gitattributes", names);
        Assert.DoesNotContain("format-pack", names);
    }
}
