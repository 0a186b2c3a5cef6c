using TypedExec.Import.Reading;

namespace TypedExec.Import.Tests.Help;

/// <summary>How options are spelled in help texts.</summary>
public sealed class OptionSpellingTests
{
    private static readonly SpellingRules Words = new() { BareWords = true };
    private static readonly SpellingRules Brackets = new();

    [Theory]
    [InlineData("-q, --quiet  text", "-q --quiet")]
    [InlineData("-A, --catenate, --concatenate   append", "-A --catenate --concatenate")]
    [InlineData("-S|--save", "-S --save")]
    [InlineData("-q | --quiet", "-q --quiet")]
    [InlineData("-h --help           Show this help", "-h --help")]
    [InlineData("-h or --help  text", "-h --help")]
    [InlineData("-h,-H,--help,-help,-usage,/? = Print", "-h -H --help -help -usage")]
    [InlineData("-1 (\"one\"), --single-transaction", "-1 --single-transaction")]
    [InlineData("-?, -h, --help  Show", "-? -h --help")]
    [InlineData("-#, --progress-bar  text", "-# --progress-bar")]
    [InlineData("    -:, --next", null)]
    [InlineData("--http1.1            Use", "--http1.1")]
    [InlineData("--term-{new,bad}=<term>", "--term-new --term-bad")]
    [InlineData("---------", null)]
    [InlineData("-", null)]
    public void Names_are_read_however_they_are_separated(string text, string? names)
        => Assert.Equal(names, OptionSpelling.Read(text, Brackets) is { } option ? string.Join(' ', option.Names.Select(name => name.Text)) : null);

    [Theory]
    [InlineData("--color[=WHEN]  text", "=", "WHEN", true)]
    [InlineData("--block-size=SIZE  text", "=", "SIZE", false)]
    [InlineData("-u<mode>", "", "mode", false)]
    [InlineData("-S[<keyid>]", "", "keyid", true)]
    [InlineData("-Wl,<options>  text", ",", "options", false)]
    [InlineData("--Tests|/Tests:<names>", ":", "names", false)]
    [InlineData("--data <data>  text", null, "data", false)]
    [InlineData("--user <user:password> Server user", null, "user:password", false)]
    [InlineData("--proxy [protocol://]host[:port] Use this", null, "protocol://host:port", false)]
    [InlineData("--name string   text", null, "string", false)]
    [InlineData("--ciphers <list of ciphers> SSL", null, "list of ciphers", false)]
    public void A_value_is_read_with_the_separator_before_it(string text, string? separator, string name, bool optional)
    {
        var spelled = Assert.Single(OptionSpelling.Read(text, Words)!.Names);

        Assert.Equal(separator, spelled.Separator);
        var value = Assert.Single(spelled.Values);
        Assert.Equal(name, value.Name);
        Assert.Equal(optional, value.IsOptional);
    }

    [Theory]
    [InlineData("--recurse-submodules (check|on-demand|no)", "check on-demand no")]
    [InlineData("--level {debug,info}", "debug info")]
    [InlineData("--propagation slave|shared|private  text", "slave shared private")]
    public void Values_that_the_text_lists_are_suggestions(string text, string values)
        => Assert.Equal(values, string.Join(' ', OptionSpelling.Read(text, Words)!.Names[0].Values[0].Suggestions));

    [Theory]
    [InlineData("--exclude-caches-under leave out all that lies below one", 23)]
    [InlineData("--disable-wasm-trap-handler Let nothing be caught there", 28)]
    public void Words_of_a_description_are_not_values(string text, int end)
    {
        var option = OptionSpelling.Read(text, Words, descriptionAt: end)!;

        Assert.Empty(option.Names[0].Values);
        Assert.Equal(end, option.End);
    }

    [Fact]
    public void A_comma_at_the_end_leaves_the_option_open()
    {
        Assert.True(OptionSpelling.Read("--color[=WHEN],", Words)!.IsOpen);
        Assert.False(OptionSpelling.Read("--color[=WHEN]", Words)!.IsOpen);
    }

    [Fact]
    public void Dots_mark_an_option_as_repeatable()
        => Assert.True(OptionSpelling.Read("-v, --verbose...  text", Brackets)!.IsRepeatable);

    [Fact]
    public void A_negatable_name_is_marked()
        => Assert.True(OptionSpelling.Read("--[no-]quiet  text", Brackets)!.Names[0] is { Text: "--quiet", Negatable: true });
}
