using CsCheck;
using TypedExec.Shells;
using TypedExec.Tests.Fuzz.Corpus;

namespace TypedExec.Tests.Shells;

/// <summary>cmd.exe, from its documented rules.</summary>
public sealed class CmdTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a&b|c<d>e(f)^g", "\"a&b|c<d>e(f)^g\"")]
    [InlineData("a\"b", "\"a\"\\^\"\"b\"")]
    [InlineData("a\\\"b", "\"a\\\\\"\\^\"\"b\"")]
    [InlineData("\" & calc", "\"\"\\^\"\" & calc\"")]
    [InlineData("C:\\a b\\", "\"C:\\a b\\\\\"")]
    [InlineData("C:\\a", "C:\\a")]
    [InlineData("100%", "\"100\"^%\"\"")]
    [InlineData("%PATH%", "\"\"^%\"PATH\"^%\"\"")]
    [InlineData("%PATH:a=b%", "\"\"^%\"PATH:a=b\"^%\"\"")]
    [InlineData("!x!", "\"!x!\"")]
    [InlineData("--a=b", "\"--a=b\"")]
    public void A_word_is_quoted_for_cmd_and_for_the_C_runtime(string word, string quoted)
        => Assert.Equal($"prog {quoted} end", Rendering.For("cmd.exe", $"prog {word} end"));

    [Fact]
    public void Whatever_a_word_holds_cmd_and_the_C_runtime_give_it_back()
        => Gen.Select(HostileText.Text, HostileText.Text).Where((a, b) => (a + b).AsSpan().IndexOfAny('\n', '\r') < 0).Sample(
            (a, b) => Assert.Equal(["prog", a, "--x=" + b, a + b], CmdModel.Arguments(Rendering.For("cmd.exe", $"prog {a} --x={b} {a}{b}"))),
            iter: 20_000);

    [Fact]
    public void Cmd_and_the_C_runtime_give_back_the_kept_words()
        => Assert.All(ShellWords.Named.Values.SelectMany(static words => words).Concat(ShellWords.Ascii), static word =>
        {
            if (word.AsSpan().IndexOfAny('\n', '\r') < 0)
            {
                Assert.Equal(["prog", word, "--x=" + word], CmdModel.Arguments(Rendering.For("cmd.exe", $"prog {word} --x={word}")));
            }
        });

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public void A_line_break_is_refused(string word)
        => Assert.Contains("line break", Rendering.Refusal("cmd.exe", $"prog {word}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("build.bat")]
    [InlineData("BUILD.CMD")]
    [InlineData("build.bat. .")]
    [InlineData("tools\\build.bat")]
    [InlineData("\"my build.cmd\"")]
    [InlineData("@build.bat /x")]
    [InlineData("echo a & build.bat")]
    [InlineData("echo a | build.bat <in")]
    [InlineData("(build.bat")]
    public void An_argument_of_a_batch_file_is_refused(string text)
        => Assert.Contains("CVE-2024-24576", Rendering.Refusal("cmd.exe", $"{ShellCommand.Raw(text)} {"x"}"), StringComparison.Ordinal);

    [Fact]
    public void The_batch_file_may_be_a_hole_itself_or_the_program_of_a_command()
    {
        Assert.Contains("CVE-2024-24576", Rendering.Refusal("cmd.exe", $"{"build.bat"} {"x"}"), StringComparison.Ordinal);
        Assert.Contains("CVE-2024-24576", Rendering.Refusal("cmd.exe", $"{new Pipelines.Tool("build.bat", "x")}"), StringComparison.Ordinal);
        Assert.Contains("CVE-2024-24576", Rendering.Refusal("cmd.exe", $"{"a"}\\build.bat {"x"}"), StringComparison.Ordinal);
        Assert.Equal("build.bat x & prog x.bat y", Rendering.For("cmd.exe", $"{"build.bat"} x & prog {"x.bat"} {"y"}"));
    }

    [Fact]
    public void A_program_that_is_found_as_a_batch_file_is_one()
    {
        var dialect = new CmdDialect(program => program == "npm");
        ShellCommand command = $"npm install {"x"}";

        Assert.Contains("batch file npm", Assert.Throws<ArgumentException>(() => command.Render(dialect, false)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call prog")]
    [InlineData("cmd /c echo")]
    [InlineData("C:\\Windows\\System32\\cmd.exe /c echo")]
    [InlineData("for %i in (1) do prog")]
    [InlineData("for %i in (1) do (prog")]
    [InlineData("if exist a (b) else prog")]
    public void Behind_what_reads_its_arguments_once_more_a_hole_is_refused(string text)
        => Assert.Contains("a second time", Rendering.Refusal("cmd.exe", $"{ShellCommand.Raw(text)} {"x"}"), StringComparison.Ordinal);

    [Fact]
    public void What_the_C_runtime_would_read_together_with_the_quotes_is_refused()
    {
        Assert.Contains("C runtime", Rendering.Refusal("cmd.exe", $"prog dir\\{"x"}"), StringComparison.Ordinal);
        Assert.Contains("C runtime", Rendering.Refusal("cmd.exe", $"prog \"a\"{"x"}"), StringComparison.Ordinal);
        Assert.Contains("C runtime", Rendering.Refusal("cmd.exe", $"prog {"x"}\"a\""), StringComparison.Ordinal);
    }

    /// <summary>Node: /d /s /c and the command in quotes, which Windows takes as they are.</summary>
    [Fact]
    public void It_is_run_as_Node_runs_it()
    {
        var dialect = ShellDialect.Of("cmd.exe");

        Assert.Equal(["/d", "/s", "/c", "\"dir \"a b\"\""], dialect.Arguments("dir \"a b\""));
        Assert.True(dialect.IsVerbatim);
    }
}
