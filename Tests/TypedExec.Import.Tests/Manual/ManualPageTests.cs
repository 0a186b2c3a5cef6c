using TypedExec.Import.Help;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Manual;

/// <summary>Rendered manual pages, written for the tests in the manner of several generators of pages.</summary>
public sealed class ManualPageTests
{
    /// <summary>As help2man and most people write them.</summary>
    private const string Gnu = """
        BAKE(1)                     User Commands                     BAKE(1)

        NAME
               bake - turn dough into bread

        SYNOPSIS
               bake [OPTION]... DOUGH... OVEN
               bake --list

        DESCRIPTION
               Bakes. -x at the beginning of a sentence is not an option of its own.

               -a, --all
                      bake everything

               -C, --crust=WHEN
                      how it looks; WHEN is one of 'never', 'light' or 'dark'

               -f FILE, --recipe=FILE
                      read the recipe from FILE.  This option can be given more than once.

               -q     say nothing

               --help show this page

               -t, --temperature=NUM
                      the heat.  If this option is used several times, the last one will be used.

               --glaze[=KIND]
                      brush with KIND; -g alone means egg

                      --secret is only named here.

        EXAMPLES
               -z is not an option of bake

        SEE ALSO
               knead(1), proof(5), bakery-oven(8)
        """;

    private static readonly HelpPage Page = Manuals.Page(Gnu, "bake");

    [Fact]
    public void Every_tag_is_an_option_and_no_sentence_is()
        => Assert.Equal(["-a", "--all", "-C", "--crust", "-f", "--recipe", "-q", "--help", "-t", "--temperature", "--glaze", "--list"], Page.Names());

    [Fact]
    public void The_NAME_section_gives_the_summary() => Assert.Equal("turn dough into bread", Page.Description);

    [Fact]
    public void The_synopsis_gives_the_arguments()
        => Assert.Equal([("DOUGH", true), ("OVEN", false)], Page.Arguments.Select(argument => (argument.Name, argument.IsVariadic)));

    [Fact]
    public void A_short_tag_has_its_description_in_the_same_line()
    {
        Assert.Equal("say nothing", Page.Option("-q").Description);
        Assert.Equal("show this page", Page.Option("--help").Description);
    }

    [Fact]
    public void The_text_determines_whether_an_option_may_be_repeated()
    {
        Assert.True(Page.Option("--recipe").IsRepeatable);
        Assert.True(Page.Option("--temperature") is { IsSingle: true, IsRepeatable: false });
        Assert.True(Page.Option("--crust") is { IsSingle: false, IsRepeatable: false });
    }

    [Fact]
    public void Values_have_their_kinds()
    {
        Assert.Equal(HelpValueType.Integer, Page.Option("--temperature").Values[0].Type);
        Assert.Equal(HelpValueType.File, Page.Option("-f").Values[0].Type);
        Assert.Equal(["never", "light", "dark"], Page.Option("-C").Values[0].Suggestions);
        Assert.True(Page.Option("--glaze") is { Separator: "=", Values: [{ IsOptional: true }] });
    }

    [Fact]
    public void An_option_that_is_only_mentioned_is_reported()
        => Assert.Equal(["-x", "-g", "--secret"], Page.Mentioned.Select(mention => mention.Name));

    [Fact]
    public void Pages_of_other_programs_are_reported() => Assert.Equal(["bakery-oven(8)", "knead(1)"], Page.OtherPages);

    [Theory]
    [InlineData("-k, --keep, --retain", "-k --keep --retain")]
    [InlineData("--since=<date>, --after=<date>", "--since --after")]
    [InlineData("--left-only, --right-only", "--left-only | --right-only")]
    [InlineData("--min-age=<n>, --max-age=<n>, --no-min-age", "--min-age | --max-age | --no-min-age")]
    [InlineData("-print0, -fprint0", "-print0 | -fprint0")]
    [InlineData("-tls1_1, -tls1_2", "-tls1_1 | -tls1_2")]
    [InlineData("--slow / -s", "--slow -s")]
    [InlineData("--colour / -C and --plain / -M:", "--colour -C | --plain -M")]
    [InlineData("--[no-]mailmap, --[no-]use-mailmap", "--mailmap --use-mailmap | --no-mailmap --no-use-mailmap")]
    [InlineData("-exec command {} +", "-exec")]
    [InlineData("-size n[cwbkMG]", "-size")]
    [InlineData("-codec[:stream] name (input/output,per-stream)", "-codec")]
    [InlineData("-L<start>,<end>:<file>, -L:<name>:<file>", "-L")]
    public void A_tag_may_spell_one_option_or_several(string tag, string expected)
    {
        var page = Manuals.Page($"X(1)   X(1)\n\nNAME\n       x - y\n\nOPTIONS\n       {tag}\n              text\n", "x");

        Assert.Equal(expected, string.Join(" | ", page.Options.Select(option => string.Join(' ', option.Names))));
    }

    [Fact]
    public void Tags_one_below_another_spell_one_option()
    {
        var page = Manuals.Page("X(1)   X(1)\n\nNAME\n       x - y\n\nOPTIONS\n       -o logfile\n       --output-file=logfile\n           Log there.\n\n       -v\n       --verbose\n           Log more.\n", "x");

        Assert.Equal(["-o", "--output-file"], page.Option("-o").Names);
        Assert.Equal("logfile", page.Option("-o").Values[0].Name);
        Assert.Equal(["-v", "--verbose"], page.Option("-v").Names);
    }

    [Fact]
    public void A_default_after_the_equals_sign_is_not_the_values_name()
    {
        var page = Manuals.Page("X(1)   X(1)\n\nNAME\n       x - y\n\nOPTIONS\n       -e, --env=[]\n          Set it.\n\n       --entry=\"\"\n          Start it.\n\n       --rm=true|false\n          Remove it.\n\n       --cpus=0.0\n          Limit it.\n", "x");

        Assert.True(page.Option("--env") is { IsRepeatable: true, Values: [{ Name: null }] });
        Assert.True(page.Option("--entry") is { Values: [{ Name: null, IsOptional: false }] });
        Assert.Equal(["true", "false"], page.Option("--rm").Values[0].Suggestions);
        Assert.Single(page.Option("--cpus").Values);
    }

    [Fact]
    public void A_summary_has_one_option_per_line()
    {
        var page = Manuals.Page("X(1)   X(1)\n\nNAME\n       x - y\n\nOPTION SUMMARY\n       --loud, -l               make noise\n       --only=DIR               no other folder\n       --zip                    pack\n", "x");

        Assert.Equal(["--loud", "-l"], page.Option("-l").Names);
        Assert.Equal("make noise", page.Option("-l").Description);
        Assert.True(page.Option("--only") is { Values: [{ Name: "DIR", Type: HelpValueType.Folder }] });
        Assert.Empty(page.Option("--zip").Values);
    }

    [Fact]
    public void A_number_as_an_option_is_reported()
        => Assert.Equal(["-NUM   lines"], Manuals.Page("X(1)   X(1)\n\nNAME\n       x - y\n\nOPTIONS\n       -NUM   lines\n", "x").Unread.Select(line => line.Text));

    [Fact]
    public void Any_page_that_is_cut_anywhere_is_read_without_an_exception()
    {
        for (var length = 0; length < Gnu.Length; length++)
        {
            Manuals.Page(Gnu[..length], "bake");
        }
    }
}
