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
    public void Any_word_passes_through_cmd_and_the_C_runtime_unchanged()
        => Gen.Select(HostileText.Text, HostileText.Text).Where((a, b) => (a + b).AsSpan().IndexOfAny('\n', '\r') < 0).Sample(
            (a, b) => Assert.Equal(["prog", a, "--x=" + b, a + b], CmdModel.Arguments(Rendering.For("cmd.exe", $"prog {a} --x={b} {a}{b}"))),
            iter: 20_000);

    [Fact]
    public void Recorded_words_pass_through_cmd_and_the_C_runtime_unchanged()
        => Assert.All(WordsForShells.Named.Values.SelectMany(static words => words).Concat(WordsForShells.Ascii), static word =>
        {
            if (word.AsSpan().IndexOfAny('\n', '\r') < 0)
            {
                Assert.Equal(["prog", word, "--x=" + word], CmdModel.Arguments(Rendering.For("cmd.exe", $"prog {word} --x={word}")));
            }
        });

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public void A_line_break_is_rejected(string word)
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
    public void An_argument_of_a_batch_file_is_rejected(string text)
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

    /// <summary>cmd.exe looks in the child's directory and on the child's PATH.</summary>
    [Theory]
    [InlineData("gradlew", true)]
    [InlineData(".\\gradlew", true)]
    [InlineData("sub\\tool", true)]
    [InlineData("\\root\\tool", true)]
    [InlineData("C:\\project\\gradlew", true)]
    [InlineData("\"gradlew\"", true)]
    [InlineData("onpath", true)]
    [InlineData("quoted", true)]
    [InlineData("fromdot", true)]
    [InlineData("git", false)]
    [InlineData("gradlew.exe", false)]
    [InlineData("missing", false)]
    public void A_batch_file_is_searched_for_where_cmd_searches(string program, bool isBatch)
    {
        HashSet<string> files = new(StringComparer.OrdinalIgnoreCase)
        {
            "C:\\project\\gradlew.bat", "C:\\project\\sub\\tool.cmd", "C:\\root\\tool.bat", "C:\\bin\\onpath.cmd", "C:\\x;y\\quoted.bat", "C:\\project\\rel\\fromdot.bat",
            "C:\\git\\git.exe", "C:\\git\\git.bat", "C:\\project\\.\\gradlew.bat", "C:\\bin\\gradlew.exe",
        };
        var environment = new Dictionary<string, string> { ["PATH"] = "C:\\git;\"C:\\x;y\";C:\\bin;;rel", ["PATHEXT"] = "" };
        var search = new CmdSearch("C:\\project", environment.GetValueOrDefault, files.Contains);

        Assert.Equal(isBatch, search.IsBatchFile(program));
    }

    [Fact]
    public void A_directory_excluded_from_cmds_search_is_not_searched()
    {
        var environment = new Dictionary<string, string> { ["PATH"] = "", ["NoDefaultCurrentDirectoryInExePath"] = "1" };
        var search = new CmdSearch("C:\\project", environment.GetValueOrDefault, file => file.StartsWith("C:\\project\\", StringComparison.Ordinal) && file.EndsWith(".BAT", StringComparison.Ordinal));

        Assert.False(search.IsBatchFile("gradlew"));
        Assert.True(search.IsBatchFile(".\\gradlew"));
    }

    [Theory]
    [InlineData("<nul C:\\b.cmd")]
    [InlineData(">out 2>&1 C:\\b.cmd")]
    [InlineData("2>nul C:\\b.cmd")]
    [InlineData("echo a >out & C:\\b.cmd")]
    public void A_redirection_before_a_batch_file_does_not_hide_it(string text)
        => Assert.Contains("CVE-2024-24576", Rendering.Refusal("cmd.exe", $"{ShellCommand.Raw(text)} {"x"}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("cd /d C:\\ && b")]
    [InlineData("cd.. & b")]
    [InlineData("D: & b")]
    [InlineData("pushd C:\\x & .\\b")]
    [InlineData("if exist a cd a & b")]
    [InlineData("set PATH=C:\\x & b")]
    [InlineData("set \"PATHEXT=.BAT\" & b")]
    [InlineData("%TOOL%")]
    public void A_program_that_cannot_be_determined_is_rejected(string text)
        => Assert.Contains("may be a batch file", Rendering.Refusal("cmd.exe", $"{ShellCommand.Raw(text)} {"x"}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("cd /d C:\\x && echo {0}")]
    [InlineData("cd /d C:\\x && C:\\git\\git.exe log {0}")]
    [InlineData("set NAME=value & git log {0}")]
    [InlineData("git config set {0}")]
    [InlineData("git log {0} > out.txt 2>&1")]
    [InlineData("<in.txt sort {0}")]
    public void A_program_that_can_be_determined_may_have_holes(string text)
    {
        var parts = text.Split("{0}");

        Assert.Equal(string.Format(null, text, "x"), Rendering.For("cmd.exe", $"{ShellCommand.Raw(parts[0])}{"x"}{ShellCommand.Raw(parts[1])}"));
    }

    [Theory]
    [InlineData("call prog")]
    [InlineData("cmd /c echo")]
    [InlineData("C:\\Windows\\System32\\cmd.exe /c echo")]
    [InlineData("for %i in (1) do prog")]
    [InlineData("for %i in (1) do (prog")]
    [InlineData("if exist a (b) else prog")]
    public void A_hole_is_rejected_in_arguments_that_are_parsed_again(string text)
        => Assert.Contains("a second time", Rendering.Refusal("cmd.exe", $"{ShellCommand.Raw(text)} {"x"}"), StringComparison.Ordinal);

    [Fact]
    public void Text_that_the_C_runtime_would_combine_with_the_quotes_is_rejected()
    {
        Assert.Contains("C runtime", Rendering.Refusal("cmd.exe", $"prog dir\\{"x"}"), StringComparison.Ordinal);
        Assert.Contains("C runtime", Rendering.Refusal("cmd.exe", $"prog \"a\"{"x"}"), StringComparison.Ordinal);
        Assert.Contains("C runtime", Rendering.Refusal("cmd.exe", $"prog {"x"}\"a\""), StringComparison.Ordinal);
    }

    /// <summary>Node: /d /s /c and the command in quotes, which Windows passes on unchanged.</summary>
    [Fact]
    public void It_is_run_as_in_Node()
    {
        var dialect = ShellDialect.Find("cmd.exe");

        Assert.Equal(["/d", "/s", "/c", "\"dir \"a b\"\""], dialect.Arguments("dir \"a b\""));
        Assert.True(dialect.IsVerbatim);
    }
}
