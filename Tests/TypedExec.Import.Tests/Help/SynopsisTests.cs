using TypedExec.Import.Reading;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Help;

/// <summary>Usage lines.</summary>
public sealed class SynopsisTests
{
    private static readonly SpellingRules Rules = new() { BareWords = true };

    [Theory]
    [InlineData("[OPTION]... [FILE]...", "FILE?...")]
    [InlineData("[<options>] [--] <pathspec>...", "pathspec...")]
    [InlineData("[<repository> [<refspec>...]]", "repository? refspec?...")]
    [InlineData("SRC [SRC ...] DEST", "SRC... DEST")]
    [InlineData("[OPTIONS] IMAGE [COMMAND] [ARG...]", "IMAGE COMMAND? ARG?...")]
    [InlineData("[-h] {add,remove} ...", "add|remove...")]
    [InlineData("(<a> | <b>)", "a | b")]
    public void Arguments_are_read_with_their_repetition(string usage, string arguments)
        => Assert.Equal(arguments, string.Join(' ', Synopsis.Read(usage, Rules).Arguments.Select(argument =>
            (argument.Name ?? string.Join('|', argument.Suggestions)) + (argument.IsOptional ? "?" : "") + (argument.IsVariadic ? "..." : ""))));

    [Theory]
    [InlineData("[-v | --verbose] [-C <path>]", "-v,--verbose -C=path")]
    [InlineData("[-46AaX] [-p port]", "-4 -6 -A -a -X -p=port")]
    [InlineData("[(-m | --message) <message>]", "-m,--message=message")]
    [InlineData("[-g|--global] [--omit <dev|optional> [--omit <dev|optional> ...]]", "-g,--global --omit=dev|optional*")]
    [InlineData("[-Olevel]", "-O=level")]
    [InlineData("set-url --add <name> <newurl>", "--add")]
    public void Options_are_read_with_their_values(string usage, string options)
        => Assert.Equal(options, string.Join(' ', OptionMerge.Merge(Synopsis.Read(usage, Rules).Options).Select(option =>
            string.Join(',', option.Names) + string.Concat(option.Values.Select(value => "=" + value.Name)) + (option.IsRepeatable ? "*" : ""))));

    [Fact]
    public void Alternatives_exclude_each_other()
    {
        var options = Synopsis.Read("[-a | --interactive | --patch]", Rules).Options;

        Assert.Equal(["--interactive", "--patch"], options[0].ExclusiveOn);
    }

    [Fact]
    public void Unclosed_brackets_are_tolerated()
        => Assert.Equal(["path"], Synopsis.Read("[(-c <commit> | --fixup <c>)] <path> ]", Rules).Arguments.Select(argument => argument.Name));

    [Fact]
    public void A_page_with_only_options_is_recognized_by_its_usage_line()
        => Assert.Contains("-E", TextFile.Read("shell") is var text ? Layouts.KnownLayouts.Detect(text).ReadPage(text, ["shell"]).Options.SelectMany(option => option.Names) : []);
}
