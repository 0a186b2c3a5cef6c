using TypedExec.Import.Help;
using TypedExec.Import.Layouts;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Help;

/// <summary>Help texts that are laid out as few others; the texts are the tests' own.</summary>
public sealed class AwkwardPageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static HelpPage Read(string text, params string[] path)
    {
        var help = HelpText.Parse(text);
        return KnownLayouts.Detect(help).ReadPage(help, path);
    }

    [Fact]
    public void Usage_lines_may_be_alternatives_without_a_colon()
    {
        var page = Read("Usage: send [OPTION]... SRC [SRC]... DEST\n  or   send [OPTION]... SRC [SRC]... [USER@]HOST:DEST\n  or   send [OPTION]... [USER@]HOST:SRC [DEST]\nText.\n\nOptions\n--loud, -l   make noise\n", "send");

        Assert.Equal([("SRC", true), ("DEST", false)], page.Arguments.Select(argument => (argument.Name, argument.IsVariadic)));
        Assert.Equal(["--loud", "-l"], page.Options.SelectMany(option => option.Names));
    }

    [Theory]
    [InlineData("run (FILE | -)", "FILE")]
    [InlineData("run [-a] FILE | [-b] DIR NAME", "DIR NAME")]
    [InlineData("run {start|stop|status}", "start,stop,status")]
    [InlineData("run (start|stop|status) [NAME]", "start,stop,status NAME")]
    public void Alternatives_are_not_one_argument_after_another(string usage, string arguments)
        => Assert.Equal(arguments, string.Join(' ', Read($"Usage: {usage}\n\n  -a   all\n", "run").Arguments.Select(argument => argument.Suggestions.Count > 0 ? string.Join(',', argument.Suggestions) : argument.Name)));

    [Fact]
    public void Options_that_one_usage_shows_as_alternatives_and_another_together_do_not_exclude_each_other()
    {
        var page = Read("usage: as -h | -K | -k\nusage: as [-Nkn] [-h host] command\n\n  -K   forget\n", "as");

        Assert.DoesNotContain("-h", page.Options.Single(option => option.IsNamed("-k")).ExclusiveOn);
        Assert.Contains("-K", page.Options.Single(option => option.IsNamed("-k")).ExclusiveOn);
    }

    [Fact]
    public void Names_may_be_aligned_after_the_comma()
    {
        var page = Read("Usage: fetch [OPTION]... [URL]...\n\n  -V,  --version          show the version\n  -nv, --no-verbose       say less\n       --speed=TYPE       show the speed\n", "fetch");

        Assert.Equal(["-V --version", "-nv --no-verbose", "--speed"], page.Options.Select(option => string.Join(' ', option.Names)));
        Assert.Empty(page.Unread);
    }

    [Fact]
    public void Letters_without_a_dash_next_to_names_are_ignored()
    {
        var page = Read("Usage:\n list [options]\n\nBasic options:\n -p, p, --pid <PID>   by number\n f, --forest          as a tree\n -A, -e               all\n", "list");

        Assert.Equal(["-p --pid", "--forest", "-A -e"], page.Options.Select(option => string.Join(' ', option.Names)));
    }

    [Fact]
    public void Commands_may_be_listed_side_by_side()
    {
        var page = Read("help:\n\nStandard commands\nasn1     ca       ciphers\ncms\n\nMessage Digest commands (see the `dgst' command)\nmd5      sha1\n", "seal");

        Assert.Equal(["asn1", "ca", "ciphers", "cms", "md5", "sha1"], page.Commands.Select(command => command.Name));
        Assert.True(page.Commands[^1].IsComplete);
    }

    [Theory]
    [InlineData("--help) echo 'Usage: big [options]'; echo \"Try 'big --help <simple|list|all>'\";; '--help all')")]
    [InlineData("--help) echo 'Usage: big [options]'; echo '    -h      -- basic'; echo '    -h long -- more options';; '-h long')")]
    [InlineData("--help) echo 'Usage: big [options]'; echo 'Type \"big help all\" for all options.';; 'help all')")]
    public async Task A_page_without_options_may_refer_to_the_page_that_has_them(string cases)
    {
        var script = _folder.Script("big", $"case \"$*\" in {cases} echo 'Usage: big [options]'; echo '  -a, --all   all of it'; echo '  -b          best';; esac\n");

        Assert.Superset(new HashSet<string> { "-a", "--all", "-b" }, Json.Parse((await Tool.RunAsync("help", script)).Stdout).Options().ToHashSet());
    }

    [Theory]
    [InlineData("run [OPTIONS] IMAGE [COMMAND] [ARG...]", "COMMAND")]
    [InlineData("env [OPTION]... [NAME=VALUE]... [COMMAND [ARG]...]", "COMMAND")]
    [InlineData("sudo [-n] [command [arg ...]]", "command")]
    [InlineData("git [--version] <command> [<args>]", "command")]
    public void A_command_that_runs_another_command_is_marked(string usage, string expected)
        => Assert.Equal(expected, Assert.Single(Read($"Usage: {usage}\n\n  -q   quiet\n", usage.Split(' ')[0]).Arguments, argument => argument.IsCommand).Name);

    [Fact]
    public void Text_after_two_dashes_is_the_command()
    {
        var page = Read("Usage: exec POD [-c CONTAINER] [flags] -- COMMAND [args...]\n\nFlags:\n  -c string   the container\n", "exec");

        Assert.Equal(["POD"], page.Arguments.Select(argument => argument.Name));
        Assert.Equal("COMMAND", page.Rest[0].Name);
    }

    [Theory]
    [InlineData("may be repeated", true, false)]
    [InlineData("This option can be used multiple times.", true, false)]
    [InlineData("May be given more than once.", true, false)]
    [InlineData("can be specified several times to add more", true, false)]
    [InlineData("Multiple -v options increase the verbosity.", true, false)]
    [InlineData("If this option is used several times, the last one will be used.", false, true)]
    [InlineData("It cannot be repeated.", false, true)]
    [InlineData("prints it", false, false)]
    public void The_description_determines_whether_an_option_may_be_repeated(string text, bool isRepeatable, bool isSingle)
    {
        var option = Read($"Usage: x [OPTION]\n\n  -a, --all=X   {text}\n  -b            bare\n", "x").Options[0];

        Assert.Equal((isRepeatable, isSingle), (option.IsRepeatable, option.IsSingle));
    }

    [Theory]
    [InlineData("--sort=KEY   KEY is one of name, size or time", "name,size,time")]
    [InlineData("--when=WHEN  can be 'always', 'never' (default), or 'auto'", "always,never,auto")]
    [InlineData("--kind {a|b|c}   the kind", "a,b,c")]
    [InlineData("--mode=MODE  it must be one of: \"fast\", \"slow\"", "fast,slow")]
    [InlineData("--file=FILE  one of the files to read, or all", "")]
    public void Values_are_listed_in_many_ways(string line, string expected)
    {
        var option = Read($"Usage: x [OPTION]\n\n  {line}\n", "x").Options[0];

        Assert.Equal(expected, string.Join(',', option.Values.SelectMany(value => value.Suggestions)));
    }
}
