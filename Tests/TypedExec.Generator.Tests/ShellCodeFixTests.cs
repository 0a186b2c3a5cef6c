using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>The fixes of shell command lines, and when none is offered.</summary>
public sealed class ShellCodeFixTests
{
    [Fact]
    public Task A_concatenation_becomes_an_interpolated_string() => CodeFixing.Gives(
        "TEXEC022",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec("log \"{}\" " + text + " | wc");
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec($"log \"{{}}\" {text} | wc");
        }
        """);

    [Fact]
    public Task Quotes_around_a_hole_are_removed() => CodeFixing.Gives(
        "TEXEC023",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec($"log \"{text}\" | wc");
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec($"log {text} | wc");
        }
        """);

    [Fact]
    public Task Single_quotes_around_a_hole_are_removed() => CodeFixing.Gives(
        "TEXEC023",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec($"log '{text}'");
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec($"log {text}");
        }
        """);

    [Theory]
    [InlineData("i + j + \" x\"", "$\"{(i + j)} x\"")]
    [InlineData("\" x\" + i + j", "$\" x{i}{j}\"")]
    [InlineData("\"--author='\" + text + \"'\"", "$\"--author={text}\"")]
    [InlineData("\"'a'\" + text + \"'b'\"", "$\"'a'{text}'b'\"")]
    [InlineData("\"'a \" + text + \"' '\" + text + '\\''", "$\"'a {text}' {text}\"")]
    [InlineData("@\"a\"\"b \" + text", "$\"a\\\"b {text}\"")]
    [InlineData("\"\"\"a \"b\" \"\"\" + text", "$\"a \\\"b\\\" {text}\"")]
    [InlineData("\"log \" + text.Trim() + list[0] + (b ? text : \"y\")", "$\"log {text.Trim()}{list[0]}{(b ? text : \"y\")}\"")]
    [InlineData("\"log \" + global::System.Environment.NewLine", "$\"log {(global::System.Environment.NewLine)}\"")]
    public async Task Every_concatenation_becomes_the_same_text_interpolated(string before, string after)
    {
        static string Source(string text) => Analysis.Usings + $$"""
            [Command("git")] public partial class Git { public static void Run(string text, int i, int j, bool b, string[] list) => Exec({{text}}); }
            """;
        await CodeFixing.Becomes("TEXEC022", Source(before), Source(after));
    }

    [Theory]
    [InlineData("$@\"log --author=\"\"{text}\"\"\"", "$@\"log --author={text}\"")]
    [InlineData("@$\"log --author='{text}' x\"", "@$\"log --author={text} x\"")]
    [InlineData("$\"\"\"log \"{text}\" x\"\"\"", "$\"\"\"log {text} x\"\"\"")]
    public Task Quotes_are_removed_however_the_literal_writes_them(string before, string after)
    {
        static string Source(string text) => Analysis.Usings + $$"""
            [Command("git")] public partial class Git { public static void Run(string text) => Exec({{text}}); }
            """;
        return CodeFixing.Gives("TEXEC023", Source(before), Source(after));
    }

    [Fact]
    public Task Quotes_around_more_than_the_hole_are_kept() => CodeFixing.OffersNone(
        "TEXEC023",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec($"log 'a {text}'");
        }
        """);

    [Fact]
    public Task A_whole_command_in_a_variable_has_no_fix() => CodeFixing.OffersNone(
        "TEXEC022",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            public static void Run(string text) => Exec(text);
        }
        """);
}
