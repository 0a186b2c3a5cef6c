using System.Text.Json;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Checking;

/// <summary><c>typedexec-import check</c> against a program made for the tests.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Bake = """
        case "$*" in
        --help) cat <<'END'
        Usage: bake [OPTION]... DOUGH

          -a, --all             bake everything
          -C, --crust=WHEN      how it looks
              --glaze[=KIND]    brush it
              --steam           deprecated: use --mist
              --mist            make mist

        Commands:
          bread    bake bread
          rolls    bake rolls
        END
        ;;
        "bread --help") cat <<'END'
        Usage: bake bread [OPTION]...

          -r, --rye             with rye
          -s, --sour=DAYS       with sourdough
        END
        ;;
        *) echo "unknown" >&2; exit 2 ;;
        esac
        """;

    private readonly TempFolder _folder = new();
    private readonly string _program;

    public CheckCommandTests() => _program = _folder.Script("bake", Bake);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Wrappers_that_match_the_program_have_no_findings()
    {
        var tool = await CheckAsync("""
            [Option("--all", Short = "-a")] public bool All { get; init; }
            [Option("--crust", Short = "-C", Separator = "=")] public string? Crust { get; init; }
            [Option("--glaze", Separator = "=")] public OptionalValue Glaze { get; init; }
            [Argument(0)] public string? Dough { get; init; }
            [Subcommand("bread")] public partial class Bread { [Option("--sour")] public int? Sour { get; init; } }
            """);

        Assert.Equal((0, ""), (tool.ExitCode, tool.Stdout));
        Assert.Contains("2 wrapped commands, 0 findings", tool.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Option(\"--glitter\")] public bool Glitter { get; init; }", "error TEXI001: bake has no option '--glitter'")]
    [InlineData("[Option(\"--cursts\")] public string? Crust { get; init; }", "error TEXI002: bake has no option '--cursts'; did you mean '--crust'?")]
    [InlineData("[Option(\"--steam\")] public bool Steam { get; init; }", "warning TEXI003: bake: '--steam' is deprecated: deprecated: use --mist")]
    [InlineData("[Option(\"--all\")] public string? All { get; init; }", "error TEXI004: bake: '--all' is a flag and has no value")]
    [InlineData("[Option(\"--crust\")] public bool Crust { get; init; }", "error TEXI004: bake: '--crust' requires a value (WHEN)")]
    [InlineData("[Option(\"--all\", Short = \"-x\")] public bool All { get; init; }", "error TEXI001: bake has no option '-x'")]
    [InlineData("[Option(\"--all\", Negation = \"--no-all\")] public bool? All { get; init; }", "error TEXI001: bake has no option '--no-all'")]
    [InlineData("[Subcommand(\"bred\")] public partial class Bread;", "error TEXI005: bake has no subcommand 'bred'; did you mean 'bread'?")]
    [InlineData("[Subcommand(\"bread\")] public partial class Bread { [Option(\"--all\")] public bool All { get; init; } }", "error TEXI001: bake bread has no option '--all'; it is an option of 'bake'")]
    [InlineData("[Run(\"bread --rye --sower={days} {name}\")] public static partial System.Threading.Tasks.Task BreadAsync(int days, string name);", "error TEXI002: bake bread has no option '--sower'; did you mean '--sour'?")]
    public async Task An_option_that_the_program_lacks_is_reported(string member, string finding)
    {
        var tool = await CheckAsync(member);

        Assert.Equal(1, tool.ExitCode);
        Assert.EndsWith($": {finding}\n", tool.Stdout, StringComparison.Ordinal);
        Assert.Matches(@"^Bake\.cs\(\d+,\d+\): ", tool.Stdout);
    }

    [Fact]
    public async Task Constants_shared_options_and_groups_are_checked()
    {
        var tool = await CheckAsync(
            """
            private const string Name = "--frosted";
            [Option(Name)] public bool Frosted { get; init; }
            public IReadOnlyList<Layer> Layers { get; init; } = [];
            """,
            """
            [OptionSet] public abstract class Shared { [Option("--shared")] public bool IsShared { get; init; } }
            [OptionGroup] public partial class Layer { [Option("--layer")] public string? Kind { get; init; } }
            """,
            " : Shared");

        Assert.Equal(3, tool.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All((string[])["'--frosted'", "'--shared'", "'--layer'"], name => Assert.Contains(name, tool.Stdout, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_that_no_help_page_lists_can_be_ignored()
        => Assert.Equal(0, (await CheckAsync("[Option(\"--secret-sauce\")] public bool Sauce { get; init; }", arguments: ["--ignore", "--secret-sauce"])).ExitCode);

    [Fact]
    public async Task A_missing_program_is_a_finding_unless_it_is_skipped()
    {
        File.WriteAllText(_folder.File("Gone.cs"), "[TypedExec.Command(\"no-such-program\")] public partial class Gone;");

        var found = await Tool.RunAsync("check", _folder.Path);
        var skipped = await Tool.RunAsync("check", _folder.Path, "--skip-missing");

        Assert.Equal((1, 0), (found.ExitCode, skipped.ExitCode));
        Assert.Contains("warning TEXI006: 'no-such-program' was not found", found.Stdout, StringComparison.Ordinal);
        Assert.Contains("note: 'no-such-program' was not found", skipped.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_has_the_rule_the_place_and_the_message()
    {
        var tool = await CheckAsync("[Option(\"--glitter\")] public bool Glitter { get; init; }", arguments: ["--format", "sarif"]);

        var run = Json.Parse(tool.Stdout).GetProperty("runs")[0];
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("2.1.0", Json.Parse(tool.Stdout).GetProperty("version").GetString());
        Assert.Equal("TEXI001", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("bake has no option '--glitter'", result.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(("Bake.cs", "SRCROOT"), (place.GetProperty("artifactLocation").GetProperty("uri").GetString(), place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString()));
        Assert.Equal((4, 2), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        Assert.Equal(JsonValueKind.Object, run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").ValueKind);
    }

    [Fact]
    public async Task A_project_file_stands_for_its_folder()
    {
        await CheckAsync("");
        File.WriteAllText(_folder.File("Bakery.csproj"), "<Project />");

        Assert.Equal(0, (await Tool.RunAsync("check", _folder.File("Bakery.csproj"))).ExitCode);
    }

    [Theory]
    [InlineData("check", "no/such/folder")]
    [InlineData("check", ".", "--format", "xml")]
    [InlineData("check", "--no-such-option=1")]
    public async Task A_wrong_command_line_is_2(params string[] arguments) => Assert.Equal(2, (await Tool.RunAsync(arguments)).ExitCode);

    private async Task<Tool> CheckAsync(string members, string more = "", string baseType = "", string[]? arguments = null)
    {
        await File.WriteAllTextAsync(_folder.File("Bake.cs"), $"[Command(@\"{_program}\")]\npublic partial class Bake{baseType}\n{{\n{members}\n}}\n{more}\n", TestContext.Current.CancellationToken);
        return await Tool.RunAsync(["check", _folder.Path, .. arguments ?? []]);
    }
}
