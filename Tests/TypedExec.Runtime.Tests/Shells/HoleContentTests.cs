namespace TypedExec.Tests.Shells;

/// <summary>What a hole may be, and how it is rendered.</summary>
public sealed class HoleContentTests
{
    private static readonly Executable Echo = new("echo");

    [Fact]
    public async Task The_text_follows_the_program_and_goes_to_the_shell()
    {
        var result = await Echo.Exec($"{"a b"} | wc -c").Soon();

        Assert.Equal("4", result.Stdout.Trim());
        Assert.Equal("echo 'a b' | wc -c", result.Command);
    }

    /// <summary>C# compiles such an interpolated string to a constant, which would bind to the overload for a string.</summary>
    [Fact]
    public void Holes_that_are_all_constants_are_quoted_too()
    {
        const string Word = "a  b; echo c";

        Assert.Equal("a  b; echo c\n", Echo.ExecSync($"{Word}").Stdout);
        Assert.Equal("a b\n", Echo.ExecSync("a  b").Stdout);
    }

    [Fact]
    public void A_sequence_becomes_several_words_and_an_empty_one_none()
    {
        Assert.Equal("rm -- 'a b' c ''", Rendering.For("sh", $"rm -- {(string[])["a b", "c", ""]}"));
        Assert.Equal("seq 1 2", Rendering.For("sh", $"seq {new List<int> { 1, 2 }}"));
        Assert.Equal("echo ; true", Rendering.For("sh", $"echo {Array.Empty<string>()}; true"));
        Assert.Equal("echo 'a' 'b'", Rendering.For("fish", $"echo {(string[])["a", "b"]}"));
    }

    [Fact]
    public void A_sequence_attached_to_text_is_rejected()
    {
        string[] names = ["a", "b"];

        Assert.Contains("contains several", Rendering.Refusal("sh", $"rm --file={names}"), StringComparison.Ordinal);
        Assert.Contains("contains several", Rendering.Refusal("sh", $"rm {names}.txt"), StringComparison.Ordinal);
        Assert.Contains("contains several", Rendering.Refusal("sh", $"rm {"x"}{names}"), StringComparison.Ordinal);
        Assert.Equal("(rm a b)|cat", Rendering.For("sh", $"(rm {names})|cat"));
    }

    [Fact]
    public void A_command_becomes_its_program_and_arguments()
    {
        var command = new Pipelines.Tool("my grep", "-e", "a b");

        Assert.Equal("'my grep' -e 'a b' | wc -l", Rendering.For("sh", $"{command} | wc -l"));
        Assert.Equal("& 'my grep' '-e' 'a b' | & 'my grep' '-e' 'a b'", Rendering.For("pwsh", $"{command} | {command}"));
        Assert.Equal("sudo 'my grep' '-e' 'a b'", Rendering.For("pwsh", $"sudo {command}"));
    }

    [Fact]
    public void Another_shell_command_is_part_of_the_text()
    {
        ShellCommand filter = $"grep {"a b"}";

        Assert.Equal("cat 'x y' | grep 'a b' | wc", Rendering.For("sh", $"cat {"x y"} | {filter} | wc"));
        Assert.Equal("cat *.txt", Rendering.For("sh", $"cat {ShellCommand.Raw("*.txt")}"));
    }

    [Fact]
    public void Values_are_formatted_invariantly()
    {
        Assert.Equal("seq 1.5 0x1F", Rendering.For("sh", $"seq {1.5} 0x{31:X}").Replace("'", "", StringComparison.Ordinal));
        Assert.Equal("echo c abc", Rendering.For("sh", $"echo {'c'} {"abc".AsSpan()}"));
    }

    [Fact]
    public void Plain_words_are_not_quoted_unless_the_shell_would_interpret_them()
    {
        Assert.Equal("cp a/b.txt -r --x", Rendering.For("sh", $"cp {"a/b.txt"} {"-r"} {"--x"}"));
        Assert.Equal("echo '2'>f '2'", Rendering.For("sh", $"echo {2}>f {""}{2}{""}").Replace(" 2", " '2'", StringComparison.Ordinal));
        Assert.Equal("echo ~'root' 'if' '=ls' '#a' '~' '{a,b}' ''", Rendering.For("sh", $"echo ~{"root"} {"if"} {"=ls"} {"#a"} {"~"} {"{a,b}"} {""}"));
    }

    [Fact]
    public void Null_and_NUL_are_rejected_at_once()
    {
        string? none = null;
        string[] holding = ["a", null!];

        Assert.Contains("null", Assert.Throws<ArgumentNullException>(() => Echo.Exec($"{none}")).Message, StringComparison.Ordinal);
        Assert.Contains("null", Assert.Throws<ArgumentException>(() => Echo.Exec($"{holding}")).Message, StringComparison.Ordinal);
        Assert.Contains("NUL", Assert.Throws<ArgumentException>(() => Echo.Exec($"{"a\0b"}")).Message, StringComparison.Ordinal);
        Assert.Contains("NUL", Assert.Throws<ArgumentException>(() => Echo.Exec($"a\0b{none ?? ""}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adjacent_words_form_one_word()
    {
        Assert.Equal("echo 'ab c'", Rendering.For("sh", $"echo {"a"}{"b c"}"));
        Assert.Equal("""echo "ab c" """, Rendering.For("cmd", $"echo {"a"}{"b c"} "));
        // zsh with RC_QUOTES reads '' inside quotes as a quote.
        Assert.Equal("echo 'a'\"\"'b'", Rendering.For("zsh", $"echo 'a'{"b"}"));
    }

    [Fact]
    public void Displaying_it_never_fails()
    {
        ShellCommand command = $"echo '{"a b"}'";

        Assert.Equal("echo '\"\"'a b''", command.ToString());
    }

    [Theory]
    [InlineData("/usr/bin/tcsh")]
    [InlineData("nu")]
    public void An_unknown_shell_gets_plain_words_only(string shell)
    {
        Assert.Equal("node a.js | wc", Rendering.For(shell, $"{"node"} a.js | wc"));
        Assert.Contains("doesn't support quoting", Rendering.Refusal(shell, $"echo {"a b"}"), StringComparison.Ordinal);
        Assert.Contains("doesn't support quoting", Rendering.Refusal(shell, $"echo {""}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bin/bash-5.2", "'a'\\''b'")]
    [InlineData("ksh93", "'a'\\''b'")]
    [InlineData("/opt/fish", "'a\\'b'")]
    [InlineData(@"C:\Windows\System32\CMD.EXE", "\"a'b\"")]
    [InlineData(@"C:\Program Files\PowerShell\7\pwsh.exe", "'a''b'")]
    [InlineData("pwsh-preview", "'a''b'")]
    public void The_shell_is_recognized_by_its_file_name(string shell, string quoted)
        => Assert.Equal("echo " + quoted, Rendering.For(shell, $"echo {"a'b"}"));
}
