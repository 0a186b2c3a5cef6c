using TypedExec.Import.Help;
using TypedExec.Import.Manual.Roff;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Manual;

/// <summary>The source of manual pages, rendered without <c>man</c>.</summary>
public sealed class RoffPageTests
{
    private const string Man = """
        .\" A comment
        .de Opt
        .B \\$1
        ..
        .ie \n(.g .ds Aq \(aq
        .el       .ds Aq '
        .if t \{\
        .ds Aq wrong
        .\}
        .TH BAKE 1 "May 2026" "bake 1.0" "User Commands"
        .SH NAME
        bake \- turn dough into bread
        .SH SYNOPSIS
        .B bake
        [\fIOPTION\fR]... \fIDOUGH\fR...
        .SH OPTIONS
        .TP
        \fB\-a\fR, \fB\-\-all\fR
        bake everything
        .TP
        .BR \-C ", " \-\-crust = \fIWHEN\fR
        one of \*(Aqnever\*(Aq or \*(Aqdark\*(Aq
        .TP
        .BI \-f " FILE"
        .TQ
        .BI \-\-recipe= FILE
        the recipe
        .IP "\fB\-q\fR" 4
        .PD 0
        .IP "\fB\-\-quiet\fR" 4
        .PD
        say nothing
        .PP
        .RS 4
        .nf
        bake -z
        .fi
        .RE
        .TP
        .Opt --sour
        wait longer
        .SH "SEE ALSO"
        .BR knead (1)
        """;

    private const string Mdoc = """
        .Dd May 1, 2026
        .Dt BAKE 1
        .Os
        .Sh NAME
        .Nm bake
        .Nd turn dough into bread
        .Sh SYNOPSIS
        .Nm
        .Op Fl aq
        .Op Fl C Ar when
        .Ar dough ...
        .Op Ar command Op Ar argument ...
        .Sh DESCRIPTION
        The options are as follows:
        .Bl -tag -width Ds
        .It Fl a , -all
        Bake everything.
        .It Fl C Ar when
        How it looks:
        .Bl -bullet
        .It
        never
        .El
        .It Fl L Xo
        .Sm off
        .Oo Ar shelf : Oc
        .Ar oven
        .Sm on
        .Xc
        Where it goes.
        .It Fl q
        Say nothing.
        See
        .Xr knead 1 .
        .El
        """;

    private static readonly HelpPage ManPage = Manuals.Page(RoffPage.Render(Man), "bake");
    private static readonly HelpPage MdocPage = Manuals.Page(RoffPage.Render(Mdoc), "bake");

    [Fact]
    public void The_macros_of_man_give_tags_and_descriptions()
    {
        Assert.Equal(["-a", "--all", "-C", "--crust", "-f", "--recipe", "-q", "--quiet", "--sour"], ManPage.Names());
        Assert.Equal("turn dough into bread", ManPage.Description);
        Assert.Equal(["never", "dark"], ManPage.Option("--crust").Values[0].Suggestions);
        Assert.Equal("say nothing", ManPage.Option("-q").Description);
        Assert.Equal(["knead(1)"], ManPage.OtherPages);
        Assert.Equal("DOUGH", ManPage.Arguments[0].Name);
    }

    [Fact]
    public void The_macros_of_mdoc_give_tags_and_descriptions()
    {
        Assert.Equal(["-a", "--all", "-C", "-L", "-q"], MdocPage.Names());
        Assert.Equal("turn dough into bread", MdocPage.Description);
        Assert.Equal("Where it goes.", MdocPage.Option("-L").Description);
        Assert.Equal("when", MdocPage.Option("-C").Values[0].Name);
        Assert.Equal(["dough", "command", "argument"], MdocPage.Arguments.Select(argument => argument.Name));
        Assert.True(MdocPage.Arguments[1].IsCommand);
        Assert.Equal(["knead(1)"], MdocPage.OtherPages);
    }

    [Fact]
    public void Bullets_precede_their_items_and_registers_are_evaluated()
    {
        var page = Manuals.Page(
            RoffPage.Render(".nr SL 1\n.nr NO 0\n.TH X 1\n.SH NAME\nx \\- y\n.SH OPTIONS\n.IP \"\\(bu\" 4\n\\fB\\-\\-seq\\fR:\n.IP\nOne line each.\n.if \\n(SL \\{\\\n.TP\n.B \\-r\nset\n.\\}\n.if \\n(NO \\{\\\n.TP\n.B \\-z\nnot\n.\\}\n"),
            "x");

        Assert.Equal(["--seq", "-r"], page.Names());
        Assert.Equal("One line each.", page.Option("--seq").Description);
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("jq")]
    [InlineData("sudo")]
    [InlineData("tar")]
    [InlineData("ssh")]
    [InlineData("curl")]
    [InlineData("grep")]
    [InlineData("find")]
    [InlineData("git-log")]
    [InlineData("openssl-req")]
    public async Task The_source_of_a_page_has_the_options_of_the_page_that_man_renders(string page)
    {
        Programs.SkipWithout("man");
        var source = Manuals.Page(await Manuals.ReadAsync(page), page.Split('-'));
        var rendered = Manuals.Page((await Manuals.RenderAsync(page))!, page.Split('-'));

        Assert.Equal(rendered.Names().Order(StringComparer.Ordinal), source.Names().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Any_source_that_is_cut_anywhere_is_read_without_an_exception()
    {
        foreach (var source in (string[])[Man, Mdoc])
        {
            for (var length = 0; length < source.Length; length++)
            {
                Manuals.Page(RoffPage.Render(source[..length]), "bake");
            }
        }
    }
}
