using TypedExec.Import.CommandLine;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.CommandLine;

/// <summary><c>typedexec-import help</c> with a program made for the tests.</summary>
public sealed class HelpCommandTests : IDisposable
{
    private const string Shop = """
        case "$*" in
        --help) cat <<'END'
        Sells things.

        Usage:
          shop [command]

        Available Commands:
          buy         Buy a thing
          list        List all things

        Flags:
          -h, --help            help for shop
              --store string    the store (default "$PWD")

        Use "shop [command] --help" for more information about a command.
        END
        ;;
        "buy --help") cat >&2 <<'END'
        Buy a thing.

        Usage:
          shop buy THING [flags]

        Flags:
          -n, --count int   how many
          --=broken         what no one understands

        Global Flags:
              --store string    the store
        END
        exit 2 ;;
        *) exec sleep 100 ;;
        esac
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_of_subcommands_is_read_and_inherited_options_are_persistent()
    {
        var tool = await Tool.RunAsync("help", _folder.Script("shop", Shop), "--timeout", "1");

        Assert.Equal(ExitCode.Success, tool.ExitCode);
        var shop = Json.Parse(tool.Stdout);
        Assert.Equal(["buy", "list"], shop.Subcommands());
        Assert.True(shop.Option("--store").Flag("isPersistent"));
        Assert.Equal(["-n", "--count"], shop.Subcommand("buy").Options());
    }

    [Fact]
    public async Task Unrecognized_text_is_reported_with_its_line()
    {
        var tool = await Tool.RunAsync("help", _folder.Script("shop", Shop), "buy");

        Assert.Contains("not understood: shop buy, line 8: --=broken", tool.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subcommand_that_does_not_exit_is_omitted_and_reported()
    {
        var tool = await Tool.RunAsync("help", _folder.Script("shop", Shop), "list", "--timeout", "0.5", "--strict");

        Assert.Equal(ExitCode.Incomplete, tool.ExitCode);
        Assert.Contains("didn't exit within 0.5 s", tool.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Depth_0_reads_only_the_programs_own_help()
    {
        var tool = await Tool.RunAsync("help", _folder.Script("shop", Shop), "--depth", "0", "--timeout", "5");

        Assert.Equal(["buy", "list"], Json.Parse(tool.Stdout).Subcommands());
        Assert.Empty(Json.Parse(tool.Stdout).Subcommand("buy").Options());
    }

    [Fact]
    public async Task The_program_runs_in_an_empty_directory_without_input_terminal_and_network()
    {
        var record = _folder.File("record");
        var script = _folder.Script("curious", $$"""
            [ "$1" = --help ] || exit 1
            { ls -A | wc -l; wc -c; echo "$LC_ALL $PAGER $TERM"; [ -t 1 ] && echo terminal; } > '{{record}}'
            echo 'Usage: curious [OPTION]'; echo '  -q, --quiet  be quiet'
            """);

        await Tool.RunAsync("help", script);

        Assert.Equal(["0", "0", "C cat dumb"], await File.ReadAllLinesAsync(record, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_that_supports_only_a_short_help_switch_is_run_with_it()
    {
        var script = _folder.Script("old", "[ \"$1\" = -h ] || { echo \"old: bad option $1\" >&2; exit 1; }\necho 'usage: old [-v] file'; echo '  -v  be verbose'\n");

        var tool = await Tool.RunAsync("help", script);

        Assert.Equal(["-v"], Json.Parse(tool.Stdout).Options());
    }

    [Fact]
    public async Task The_short_page_that_names_a_full_one_leads_to_it()
    {
        var script = _folder.Script("big", "case \"$*\" in --help) echo 'Usage: big [options]'; echo '  -a, --all  all'; echo 'For all options use \"--help all\".';; '--help all') echo 'Usage: big [options]'; echo '  -a, --all  all'; echo '  -b, --best  best';; esac\n");

        Assert.Equal(["-a", "--all", "-b", "--best"], Json.Parse((await Tool.RunAsync("help", script)).Stdout).Options());
    }

    [Fact]
    public async Task The_files_directory_is_created()
    {
        var output = _folder.File("deep/down/shop.json");

        var tool = await Tool.RunAsync("help", _folder.Script("shop", Shop), "--depth", "0", "-o", output, "--quiet");

        Assert.Equal((0, "", ""), (tool.ExitCode, tool.Stdout, tool.Stderr));
        Assert.Equal("shop", Json.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken)).Names()[0]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_has_its_own_error()
    {
        var tool = await Tool.RunAsync("help", _folder.Script("shop", Shop), "--depth", "0", "-o", _folder.Path);

        Assert.Equal(ExitCode.CannotWrite, tool.ExitCode);
        Assert.Contains("can't be written", tool.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_program_is_named()
    {
        var tool = await Tool.RunAsync("help", "no-such-program");

        Assert.Equal(ExitCode.ProgramUnavailable, tool.ExitCode);
        Assert.Equal("error: 'no-such-program' was not found; give its path, or put it on the PATH.\n", tool.Stderr);
    }

    [Fact]
    public async Task A_program_without_help_is_named()
    {
        var tool = await Tool.RunAsync("help", _folder.Script("mute", "exit 0\n"));

        Assert.Equal(ExitCode.ProgramUnavailable, tool.ExitCode);
        Assert.Contains("'mute' printed nothing", tool.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help", "git", "--depth", "-1")]
    [InlineData("help", "git", "--timeout", "0")]
    [InlineData("help", "git", "--depth", "many")]
    [InlineData("help", "git", "--no-such-option=1")]
    [InlineData("nonsense")]
    public async Task A_wrong_command_line_is_rejected(params string[] arguments)
    {
        var tool = await Tool.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, tool.ExitCode);
        Assert.StartsWith("error: ", tool.Stderr, StringComparison.Ordinal);
        Assert.Empty(tool.Stdout);
    }

    [Fact]
    public async Task Help_lists_the_options()
    {
        var tool = await Tool.RunAsync("help", "--help");

        Assert.Equal(ExitCode.Success, tool.ExitCode);
        Assert.Contains("--timeout <seconds>", tool.Stdout, StringComparison.Ordinal);
    }
}
