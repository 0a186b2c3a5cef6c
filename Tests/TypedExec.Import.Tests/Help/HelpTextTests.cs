using TypedExec.Import.Help;
using TypedExec.Import.Layouts;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Help;

/// <summary>The line model and the detector.</summary>
public sealed class HelpTextTests
{
    [Fact]
    public void Colors_overstrikes_and_tabs_are_resolved()
    {
        var text = HelpText.Parse("\x1b[1mUsage:\x1b[0m x\r\nN\bNA\bAM\bME\bE\n\t-q\tquiet\n");

        Assert.Equal(["Usage: x", "NAME", "-q      quiet"], text.Lines.Select(line => line.Text));
        Assert.Equal((3, 8), (text.Lines[2].Number, text.Lines[2].Indent));
    }

    [Theory]
    [InlineData("git-parcel", "git")]
    [InlineData("dock-run", "cobra")]
    [InlineData("sail", "cobra")]
    [InlineData("fleet-get", "kubectl")]
    [InlineData("mill-build", "clap")]
    [InlineData("dotnet-press", "dotnet")]
    [InlineData("json", "argparse")]
    [InlineData("npm-parcel", "npm")]
    [InlineData("node", "node")]
    [InlineData("show", "gnu")]
    [InlineData("bundle-install", "gnu")]
    public void The_layout_is_detected(string text, string layout)
        => Assert.Equal(layout, KnownLayouts.Detect(TextFile.Read(text)).Name);

    [Fact]
    public void An_empty_text_has_no_options_and_no_mistakes()
    {
        var text = HelpText.Parse("");
        var page = KnownLayouts.Detect(text).ReadPage(text, ["x"]);

        Assert.True(text.IsEmpty);
        Assert.Empty(page.Options);
        Assert.Empty(page.Unread);
    }

    [Fact]
    public void Any_text_is_read_by_any_layout_without_an_exception()
    {
        foreach (var text in TextFile.Names.Select(TextFile.Read))
        {
            Assert.All(KnownLayouts.All, layout => layout.ReadPage(text, ["x", "y"]));
        }
    }

    [Fact]
    public void Text_that_is_cut_anywhere_is_read_without_an_exception()
    {
        foreach (var name in (string[])["git-parcel", "git-route", "npm-parcel", "fleet-get", "dock-run", "gen", "dotnet-trial"])
        {
            var whole = string.Join('\n', TextFile.Read(name).Lines.Select(line => new string(' ', line.Indent) + line.Text));
            for (var length = 0; length < whole.Length; length += 7)
            {
                var text = HelpText.Parse(whole[..length]);
                KnownLayouts.Detect(text).ReadPage(text, TextFile.PathOf(name));
            }
        }
    }
}
