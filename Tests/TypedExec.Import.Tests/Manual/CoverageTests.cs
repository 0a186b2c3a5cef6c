using System.Globalization;
using TypedExec.Import.Sources;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Manual;

/// <summary>How many of the options in a program's manual page are read.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const double Floor = 0.95;

    /// <summary>The programs of the table in docs/import.md.</summary>
    private static readonly string[] Programs =
        ["tar", "ls", "ssh", "grep", "sudo", "curl", "rsync", "git-log", "wget", "ffmpeg", "jq", "find", "apt-get", "openssl", "ps", "docker", "docker-run"];

    [Theory]
    [InlineData("tar")]
    [InlineData("ls")]
    [InlineData("ssh")]
    [InlineData("grep")]
    [InlineData("curl")]
    [InlineData("rsync")]
    [InlineData("git-log")]
    [InlineData("find")]
    [InlineData("ps")]
    public async Task Nearly_all_options_of_a_manual_page_are_read(string page)
    {
        var text = await Manuals.ReadAsync(page);
        var listed = ListedOptions.Of((await Manuals.RenderAsync(page))!);
        var read = Manuals.Page(text, page.Split('-'));

        Assert.True(listed.Count > 40, $"{listed.Count} options are listed");
        var missed = listed.Except(read.Names()).ToList();
        Assert.True(missed.Count <= listed.Count * (1 - Floor), $"not read: {string.Join(' ', missed)}");
    }

    /// <summary>None is lost silently: what is not read is in the report.</summary>
    [Theory]
    [InlineData("ls")]
    [InlineData("grep")]
    [InlineData("rsync")]
    [InlineData("ps")]
    public async Task Unread_text_is_reported(string page)
    {
        var text = await Manuals.ReadAsync(page);
        var read = Manuals.Page(text, page.Split('-'));
        var reported = read.Mentioned.Select(mention => mention.Name).Concat(read.Unread.Select(line => line.Text.Split(' ', ',')[0])).ToHashSet();

        Assert.Equal([], ListedOptions.Of((await Manuals.RenderAsync(page))!).Except(read.Names()).Where(name => !reported.Contains(name)));
    }

    /// <summary>
    /// Prints the table of docs/import.md: <c>TYPEDEXEC_COVERAGE=1 dotnet run --project Tests/TypedExec.Import.Tests -- -method
    /// "*The_table_in_the_documentation_matches" -showliveoutput</c>. MANPATH may name more pages, TYPEDEXEC_FIG a folder of Fig's specifications.
    /// </summary>
    [Fact]
    public async Task The_table_in_the_documentation_matches()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TYPEDEXEC_COVERAGE") == "1", "set TYPEDEXEC_COVERAGE=1 to print the table");
        output.WriteLine("| page | options | read from the page | with help | Fig's | reported |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        var shares = new List<double>();
        foreach (var program in Programs)
        {
            if (await Manuals.FindAsync(program) is not { } text)
            {
                output.WriteLine($"| `{program}` | not installed | | | | |");
                continue;
            }

            var path = program is "apt-get" ? [program] : program.Split('-');
            var listed = ListedOptions.Of((await Manuals.RenderAsync(program))!);
            var page = Manuals.Page(text, path);
            shares.Add(Share(listed, page.Names()));
            output.WriteLine($"| `{string.Join(' ', path)}` | {listed.Count} | {Percent(shares[^1])} | {Percent(await ShareAsync(listed, path, "help,man"))} | {Percent(await ShareAsync(listed, path, "fig"))} | {page.Mentioned.Count + page.Unread.Count} |");
        }

        output.WriteLine($"median: {Percent(shares.Order().ElementAt(shares.Count / 2))}");
    }

    private static double Share(IReadOnlySet<string> listed, IEnumerable<string> read) => (double)listed.Intersect(read).Count() / Math.Max(1, listed.Count);

    private static async Task<double?> ShareAsync(IReadOnlySet<string> listed, IReadOnlyList<string> path, string sources)
    {
        var fig = Environment.GetEnvironmentVariable("TYPEDEXEC_FIG");
        if (sources == SourceNames.Fig && (fig is null || !File.Exists(Path.Combine(fig, path[0] + ".json"))))
        {
            return null;
        }

        string[] from = sources == SourceNames.Fig ? ["--from", sources, "--fig", fig!] : ["--from", sources];
        var tool = await Tool.RunAsync(["help", .. path, .. from, "--depth", path.Count == 1 ? "0" : "1", "--timeout", "60"]);
        if (tool.ExitCode != 0)
        {
            return null;
        }

        var command = Json.Parse(tool.Stdout);
        return Share(listed, (path.Count == 1 ? command : command.Subcommand([.. path.Skip(1)])).Options());
    }

    private static string Percent(double? share) => share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0} %") : "–";
}
