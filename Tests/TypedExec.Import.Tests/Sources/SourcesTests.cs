using TypedExec.CommandLines.Reading;
using TypedExec.Import.CommandLine;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Sources;

/// <summary>Help, manual pages and Fig's specifications, each alone and together.</summary>
public sealed class SourcesTests : IDisposable
{
    private const string Help = """
        case "$*" in
        --help) cat <<'END'
        Bakes.

        Usage: bake [OPTION]... DOUGH

          -a, --all             bake everything
          -C, --crust=WHEN      how it looks
        END
        ;;
        *) exit 2 ;;
        esac
        """;

    private const string Page = ".TH BAKE 1\n.SH NAME\nbake \\- bakes\n.SH SYNOPSIS\nbake [\\fIOPTION\\fR]... \\fIDOUGH\\fR\n.SH OPTIONS\n.TP\n\\fB\\-C\\fR, \\fB\\-\\-crust\\fR=\\fIWHEN\\fR\nMay be repeated.\n.TP\n\\fB\\-\\-dry\\fR\nDry run.\n";

    private const string Fig = """{ "name": "bake", "options": [{ "name": "--dry" }, { "name": "--eggs", "args": { "name": "count" } }] }""";

    private readonly TempFolder _folder = new();
    private readonly string _program;
    private readonly string _fig;

    public SourcesTests()
    {
        Directory.CreateDirectory(_folder.File("bin"));
        Directory.CreateDirectory(_folder.File("share/man/man1"));
        _program = _folder.Script("bin/bake", Help);
        _fig = _folder.File("bake.json");
        File.WriteAllText(_folder.File("share/man/man1/bake.1"), Page);
        File.WriteAllText(_fig, Fig);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("help", "-a --all -C --crust")]
    [InlineData("man", "-C --crust --dry")]
    [InlineData("help,man", "-a --all -C --crust --dry")]
    [InlineData("man,help", "-a --all -C --crust --dry")]
    public async Task Sources_are_merged(string from, string options)
        => Assert.Equal(options, string.Join(' ', Json.Parse((await Tool.RunAsync("help", _program, "--from", from)).Stdout).Options()));

    [Fact]
    public async Task Each_option_notes_its_sources()
    {
        var bake = Json.Parse((await Tool.RunAsync("help", _program, "--fig", _fig)).Stdout);

        Assert.Equal(["help"], Sources("--all"));
        Assert.Equal(["help", "man"], Sources("--crust"));
        Assert.Equal(["man", "fig"], Sources("--dry"));
        Assert.Equal(["fig"], Sources("--eggs"));

        string[] Sources(string option) => [.. bake.Option(option).GetProperty("sources").EnumerateArray().Select(source => source.GetString()!)];
    }

    [Fact]
    public async Task Two_sources_descriptions_of_an_option_are_combined()
    {
        var crust = Json.Parse((await Tool.RunAsync("help", _program)).Stdout).Option("--crust");

        Assert.True(crust.GetProperty("isRepeatable").GetBoolean());
        Assert.Equal("how it looks", crust.GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_merged_specification_is_read_without_a_mistake()
    {
        var tool = await Tool.RunAsync("help", _program, "--fig", _folder.Path);

        Assert.Empty(SpecificationReader.Read(tool.Stdout, TestContext.Current.CancellationToken).Mistakes);
        Assert.Contains("from help 2, man 2, fig 2", tool.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_manual_page_is_reported()
    {
        var tool = await Tool.RunAsync("help", _folder.Script("bin/other", ""), "--from", "man");

        Assert.Equal(ExitCode.ProgramUnavailable, tool.ExitCode);
        Assert.Contains("no manual page for 'other'", tool.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_between_sources_is_reported()
    {
        File.WriteAllText(_folder.File("share/man/man1/bake.1"), Page + ".TP\n\\fB\\-a\\fR, \\fB\\-\\-all\\fR=\\fIKIND\\fR\nAll of a kind.\n");

        var tool = await Tool.RunAsync("help", _program);

        Assert.Contains("differs: bake: --all takes none in help, and one in man", tool.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from", "fig")]
    [InlineData("--from", "web")]
    public async Task A_source_that_cannot_be_read_is_rejected(params string[] options)
        => Assert.Equal(ExitCode.Usage, (await Tool.RunAsync(["help", _program, .. options])).ExitCode);

    [Fact]
    public async Task Subcommands_are_found_by_their_pages()
    {
        File.WriteAllText(_folder.File("share/man/man1/bake-bread.1"), Page.Replace("bake \\-", "bake-bread \\-", StringComparison.Ordinal));
        File.WriteAllText(_folder.File("share/man/man1/bake-bread-rye.1"), Page);

        var bake = Json.Parse((await Tool.RunAsync("help", _program, "--from", "man")).Stdout);

        Assert.Equal(["bread"], bake.Subcommands());
        Assert.Contains("--dry", bake.Subcommand("bread", "rye").Options());
    }
}
