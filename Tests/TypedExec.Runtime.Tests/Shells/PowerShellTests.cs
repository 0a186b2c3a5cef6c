using TypedExec.Shells;

namespace TypedExec.Tests.Shells;

/// <summary>Windows PowerShell and PowerShell, from their documented rules.</summary>
public sealed class PowerShellTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("", "''")]
    [InlineData("it's", "'it''s'")]
    [InlineData("it\u2019s \u2018a\u201a\u201b", "'it\u2019\u2019s \u2018\u2018a\u201a\u201a\u201b\u201b'")]
    [InlineData("$env:PATH $(calc) `n \u201c", "'$env:PATH $(calc) `n \u201c'")]
    [InlineData("a\nb; calc", "'a\nb; calc'")]
    [InlineData("-Force", "'-Force'")]
    [InlineData("@{a=1}", "'@{a=1}'")]
    public void A_word_is_a_literal_string(string word, string quoted)
    {
        Assert.Equal($"prog {quoted}", Rendering.For("pwsh", $"prog {word}"));
        Assert.Equal($"prog {quoted}", Rendering.For("powershell.exe", $"prog {word}"));
    }

    [Fact]
    public void A_word_may_end_an_argument_but_not_start_one()
    {
        Assert.Equal("prog --a='b c'", Rendering.For("pwsh", $"prog --a={"b c"}"));
        Assert.Contains("next argument", Rendering.Refusal("pwsh", $"prog {"a"}.txt"), StringComparison.Ordinal);
        Assert.Contains("after a quote", Rendering.Refusal("pwsh", $"prog 'a'{"b"}"), StringComparison.Ordinal);
        Assert.Contains("$ or @", Rendering.Refusal("pwsh", $"prog @{"b"}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("say \"x\"")]
    [InlineData("a b\\")]
    public void Text_that_Windows_PowerShell_passes_on_unescaped_is_rejected_there(string word)
    {
        Assert.Contains("pwsh 7.3", Rendering.Refusal("powershell.exe", $"prog {word}"), StringComparison.Ordinal);
        Assert.Equal($"prog '{word}'", Rendering.For("pwsh", $"prog {word}"));
    }

    [Fact]
    public void Text_that_PowerShell_interprets_even_in_quotes_is_rejected()
    {
        Assert.Contains("--%", Rendering.Refusal("pwsh", $"prog {"--%"}"), StringComparison.Ordinal);
        Assert.Contains("next to other text", Rendering.Refusal("pwsh", $"prog x{"*"}"), StringComparison.Ordinal);
        Assert.Contains("next to other text", Rendering.Refusal("pwsh", $"prog --a={"[a-z]"}"), StringComparison.Ordinal);
        Assert.Equal("prog '*' x'--%'", Rendering.For("pwsh", $"prog {"*"} x{"--%"}"));
    }

    [Fact]
    public void A_program_is_called_with_the_call_operator()
    {
        var command = new Pipelines.Tool("my prog", "a");

        Assert.Equal("& 'my prog' 'a'", Rendering.For("pwsh", $"{command}"));
        Assert.Equal("$x = $(& 'my prog' 'a'); & 'my prog' 'a'", Rendering.For("pwsh", $"$x = $({command}); {command}"));
        Assert.Equal("& 'my prog' 'a'", Rendering.For("pwsh", $"& {command}"));
        Assert.Equal("true && & 'my prog' 'a'", Rendering.For("pwsh", $"true && {command}"));
    }

    [Theory]
    [InlineData("pwsh")]
    [InlineData("powershell.exe")]
    public void It_is_run_with_c_as_in_Node(string shell)
    {
        Assert.Equal(["-c", "dir"], ShellDialect.Find(shell).Arguments("dir"));
        Assert.False(ShellDialect.Find(shell).IsVerbatim);
    }
}
