namespace TypedExec.Tests.Shells;

/// <summary>A hole where the shell wouldn't honor its quotes is rejected, and the message says why.</summary>
public sealed class HolePositionTests
{
    private const string X = "x y";

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("cmd.exe")]
    [InlineData("pwsh")]
    [InlineData("powershell")]
    public void Inside_double_quotes(string shell)
        => Assert.Contains("inside quotes", Rendering.Refusal(shell, $"echo \"a {X}\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("sh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Inside_single_quotes(string shell)
        => Assert.Contains("inside quotes", Rendering.Refusal(shell, $"echo 'a \" {X}'"), StringComparison.Ordinal);

    [Fact]
    public void The_message_names_the_hole_and_the_text_but_not_the_value()
        => Assert.Equal(
            "A hole is inside quotes. Remove the quotes around it, because a hole is quoted automatically. It is hole 2 of: echo {…} '{…}'",
            Rendering.Refusal("sh", $"echo {"secret"} '{"secret"}'"));

    [Theory]
    [InlineData("sh")]
    [InlineData("fish")]
    public void After_a_backslash(string shell)
        => Assert.Contains("backslash", Rendering.Refusal(shell, $"echo \\{X}"), StringComparison.Ordinal);

    [Fact]
    public void After_the_escape_character_of_another_shell()
    {
        Assert.Contains("caret", Rendering.Refusal("cmd", $"echo ^{X}"), StringComparison.Ordinal);
        Assert.Contains("backtick", Rendering.Refusal("pwsh", $"echo `{X}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void After_a_dollar_sign_as_in_a_JavaScript_template(string shell)
        => Assert.Contains("$", Rendering.Refusal(shell, $"echo ${X}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("sh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void In_a_comment(string shell)
        => Assert.Contains("comment", Rendering.Refusal(shell, $"true # {X}"), StringComparison.Ordinal);

    [Fact]
    public void In_a_here_document()
    {
        Assert.Contains("here-document", Rendering.Refusal("sh", $"cat <<END\n{X}\nEND"), StringComparison.Ordinal);
        Assert.Contains("here-document", Rendering.Refusal("sh", $"cat <<-'E' | wc; true\n\ta\n\t{X}\n\tE\n"), StringComparison.Ordinal);
        Assert.Contains("delimiter", Rendering.Refusal("sh", $"cat <<{X}"), StringComparison.Ordinal);
        Assert.Contains("here-string", Rendering.Refusal("pwsh", $"echo @'\n{X}\n'@"), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_shell_evaluates_the_value()
    {
        Assert.Contains("backticks", Rendering.Refusal("sh", $"echo `cat {X}`"), StringComparison.Ordinal);
        Assert.Contains("${ }", Rendering.Refusal("sh", $"echo ${{a:-{X}}}"), StringComparison.Ordinal);
        Assert.Contains("arithmetic", Rendering.Refusal("sh", $"echo $((1 + {1}))"), StringComparison.Ordinal);
        Assert.Contains("arithmetic", Rendering.Refusal("bash", $"((a = {1}))"), StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_arithmetic_expression_whose_end_differs_between_shells()
    {
        Assert.Contains("arithmetic", Rendering.Refusal("sh", $@"echo $((\))$${{x:-{X}}}"), StringComparison.Ordinal);
        Assert.Contains("arithmetic", Rendering.Refusal("sh", $"echo $((echo a) | cat) {X}"), StringComparison.Ordinal);
        Assert.Equal("echo $((1 + (2))) 'x y'", Rendering.For("sh", $"echo $((1 + (2))) {X}"));
    }

    /// <summary>sh may or may not be a shell that supports <c>$'…'</c>, so a hole must be safe for both.</summary>
    [Fact]
    public void After_quotes_that_are_closed_in_only_one_interpretation()
    {
        Assert.Contains("inside quotes", Rendering.Refusal("sh", $@"echo $'it\'s' {X}"), StringComparison.Ordinal);
        Assert.Equal(@"echo $'it\'s' 'x y'", Rendering.For("bash", $@"echo $'it\'s' {X}"));
        Assert.Equal("echo $'a' 'x y'", Rendering.For("sh", $"echo $'a' {X}"));
    }

    [Theory]
    [InlineData("sh", "echo \"$(cat {0})\"")]
    [InlineData("sh", "echo \"$(echo \"$(cat {0})\" \")\")\" {0}")]
    [InlineData("sh", "case x in a) echo ;; (b) cat {0};; esac; cat {0}")]
    [InlineData("sh", "echo \"$(case x in a) echo ')';; esac)\" {0}")]
    [InlineData("sh", "echo $((1 + (2))) \"${{a:-\"}}\"}}\" {0}")]
    [InlineData("sh", "cat <<END\nit's\nEND\ncat {0}")]
    [InlineData("sh", "cat <<<\"a\" {0}")]
    [InlineData("sh", "echo a#b # it's\ncat {0}")]
    [InlineData("sh", "echo \\\" \\' {0}")]
    [InlineData("bash", "echo $$'\\' {0} \"$$(\" {0}")]
    [InlineData("sh", "echo '\\' {0}")]
    [InlineData("sh", "a=`echo \\`echo it\\`` cat {0}")]
    [InlineData("sh", "(cat {0})&&cat {0}||cat {0};cat {0}|cat")]
    [InlineData("sh", "echo \\$ {0} $ {0} >{0} 2>&1")]
    [InlineData("fish", "echo 'it\\'s' \"(\" (cat {0}) \"$(cat {0})\" {0} # it's")]
    [InlineData("pwsh", "echo 'it''s' \"`\"\" \"$(cat {0} ')')\" {0} <# ' #> {0} # it's\ncat {0}")]
    [InlineData("pwsh", "echo @'\nit's\n'@ {0}")]
    [InlineData("cmd", "echo \"a & b\" ^\" {0} ^^ {0}")]
    public void Everywhere_else_it_is_one_quoted_word(string shell, string text)
    {
        var parts = text.Split("{0}");
        ShellCommand command = $"{ShellCommand.Raw(parts[0].Replace("{{", "{").Replace("}}", "}"))}";
        foreach (var part in parts.Skip(1))
        {
            command = $"{command}{X}{ShellCommand.Raw(part)}";
        }

        Assert.Equal(string.Format(null, text, shell == "cmd" ? "\"x y\"" : "'x y'"), Rendering.For(shell, command));
    }
}
