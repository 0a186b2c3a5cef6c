using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>What the fixes change, and when none is offered.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public Task A_command_class_becomes_partial() => CodeFixing.Gives(
        "TEXEC001",
        """
        using TypedExec;

        /// <summary>Git.</summary>
        [Command("git")]
        public class Git;
        """,
        """
        using TypedExec;

        /// <summary>Git.</summary>
        [Command("git")]
        public partial class Git;
        """);

    [Fact]
    public Task A_type_around_a_command_class_becomes_partial() => CodeFixing.Gives(
        "TEXEC002",
        """
        using TypedExec;

        // Tools.
        class Tools
        {
            [Command("git")]
            public partial class Git;
        }
        """,
        """
        using TypedExec;

        // Tools.
        partial class Tools
        {
            [Command("git")]
            public partial class Git;
        }
        """);

    [Fact]
    public Task An_attribute_outside_a_command_class_is_removed() => CodeFixing.Gives(
        "TEXEC004",
        """
        using TypedExec;

        public class Git
        {
            /// <summary>V.</summary>
            [Option("-v")]
            public bool V { get; init; }
        }
        """,
        """
        using TypedExec;

        public class Git
        {
            /// <summary>V.</summary>
            public bool V { get; init; }
        }
        """);

    [Fact]
    public Task An_option_gets_an_init_accessor() => CodeFixing.Gives(
        "TEXEC005",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("-v")] public bool V { get; }
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("-v")] public bool V { get; init; }
        }
        """);

    [Fact]
    public Task A_position_becomes_the_next_free_one() => CodeFixing.Gives(
        "TEXEC009",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Argument(3, After = "--")] public string? A { get; init; }
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Argument(0, After = "--")] public string? A { get; init; }
        }
        """);

    [Fact]
    public Task A_negatable_flag_becomes_nullable() => CodeFixing.Gives(
        "TEXEC011",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("-v", Negation = "-V")] public bool V { get; init; }
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("-v", Negation = "-V")] public bool? V { get; init; }
        }
        """);

    [Fact]
    public Task A_command_class_is_no_longer_abstract() => CodeFixing.Gives(
        "TEXEC015",
        """
        using TypedExec;

        [Command("git")]
        public abstract partial class Git;
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git;
        """);

    [Fact]
    public Task A_command_class_is_no_longer_file_local() => CodeFixing.Gives(
        "TEXEC016",
        """
        using TypedExec;

        [Command("git")]
        // Git.
        file partial class Git;
        """,
        """
        using TypedExec;

        [Command("git")]
        // Git.
        partial class Git;
        """);

    [Fact]
    public Task PreferShort_is_removed() => CodeFixing.Gives(
        "TEXEC019",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("--v", PreferShort = true)] public bool V { get; init; }
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("--v")] public bool V { get; init; }
        }
        """);

    [Fact]
    public Task Join_is_removed() => CodeFixing.Gives(
        "TEXEC020",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("--v", Join = ",", Separator = "=")] public int V { get; init; }
        }
        """,
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("--v", Separator = "=")] public int V { get; init; }
        }
        """);

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

    [Theory]
    [InlineData("TEXEC017", "[Command(\"a\")] public partial class A { [Option(\"-a\")] [Argument(0)] public string? B { get; init; } }", "[Command(\"a\")] public partial class A { [Option(\"-a\")] public string? B { get; init; } }")]
    [InlineData("TEXEC017", "[Command(\"a\")] public partial class A { [Argument(0), Option(\"-a\")] public string? B { get; init; } }", "[Command(\"a\")] public partial class A { [Argument(0)] public string? B { get; init; } }")]
    [InlineData("TEXEC018", "[Command(\"a\"), Subcommand(\"b\")] public partial class A;", "[Command(\"a\")] public partial class A;")]
    [InlineData("TEXEC018", "[Command(\"a\")] public partial class A { [Command(\"a\"), Subcommand(\"b\")] public partial class B; }", "[Command(\"a\")] public partial class A { [Subcommand(\"b\")] public partial class B; }")]
    [InlineData("TEXEC024", "[Command(\"a\"), Messages(Send = typeof(string), Receive = typeof(string), Context = typeof(System.Text.Json.Serialization.JsonSerializerContext))] public partial class A;", "[Command(\"a\", Fork = true), Messages(Send = typeof(string), Receive = typeof(string), Context = typeof(System.Text.Json.Serialization.JsonSerializerContext))] public partial class A;")]
    [InlineData("TEXEC031", "[Command(\"a\")] public partial class A { [Option(\"-v\", Count = true)] public string? B { get; init; } }", "[Command(\"a\")] public partial class A { [Option(\"-v\", Count = true)] public int B { get; init; } }")]
    [InlineData("TEXEC035", "[Command(\"a\")] public partial class A { [Option(\"-v\", Separator = \"=\")] public bool B { get; init; } }", "[Command(\"a\")] public partial class A { [Option(\"-v\")] public bool B { get; init; } }")]
    [InlineData("TEXEC057", "[Command(\"a\")] public partial class A { [Option(\"-v\", Short = \"-w\", Format = \"x\")] public string? B { get; init; } }", "[Command(\"a\")] public partial class A { [Option(\"-v\", Short = \"-w\")] public string? B { get; init; } }")]
    public Task An_obvious_correction_has_a_fix(string id, string before, string after) => CodeFixing.Gives(id, Analysis.Usings + before, Analysis.Usings + after);

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

    [Fact]
    public Task A_computed_option_has_no_fix() => CodeFixing.OffersNone(
        "TEXEC005",
        """
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("-v")] public bool V => true;
        }
        """);

    [Theory]
    [InlineData("string name", "\"a\"", "\"a {name}\"")]
    [InlineData("string? name", "@\"a\"", "@\"a [{name}]\"")]
    [InlineData("bool dryRun", "\"\"\"a\"\"\"", "\"\"\"a [dryRun? --dry-run]\"\"\"")]
    [InlineData("string name", "\"\"", "\"{name}\"")]
    public Task A_parameter_is_added_to_the_template(string parameter, string template, string expected)
        => CodeFixing.Gives("TEXEC045", Run(template, parameter), Run(expected, parameter));

    [Theory]
    [InlineData("", "string name")]
    [InlineData("int a", "int a, string name")]
    [InlineData("int? a = null", "string name, int? a = null")]
    public Task A_hole_gets_its_parameter(string before, string after)
        => CodeFixing.Gives("TEXEC044", Run(before.Length == 0 ? "\"{name}\"" : "\"[{a}] {name}\"".Replace("[{a}]", before.Contains('?') ? "[{a}]" : "{a}"), before), Run(before.Length == 0 ? "\"{name}\"" : "\"[{a}] {name}\"".Replace("[{a}]", before.Contains('?') ? "[{a}]" : "{a}"), after));

    [Fact]
    public Task A_nullable_word_is_moved_into_a_group()
        => CodeFixing.Gives("TEXEC048", Run("\"x --name={name} y\"", "string? name"), Run("\"x [--name={name}] y\"", "string? name"));

    [Fact]
    public Task A_concatenated_template_is_not_changed() => CodeFixing.OffersNone("TEXEC045", Run("\"a\" + \"b\"", "string name"));

    [Theory]
    [InlineData("public static async Task<string> M() => await Task.FromResult(\"\");", "public static partial Task<string> M();")]
    [InlineData("public static Task<string> M() { return Task.FromResult(\"\"); }", "public static partial Task<string> M();")]
    [InlineData("public static partial Task<string> M() => Task.FromResult(\"\");", "public static partial Task<string> M();")]
    [InlineData("static Task<string> M(); // what", "private static partial Task<string> M(); // what")]
    [InlineData("Task<string> M() => Task.FromResult(\"\");", "private partial Task<string> M();")]
    [InlineData("public static void M() { }", "public static partial void M();")]
    [InlineData("void M() { }", "partial void M();")]
    public Task A_run_method_loses_its_body(string method, string expected) => CodeFixing.Gives("TEXEC040", Class(method), Class(expected));

    [Theory]
    [InlineData("static Task<string> M() => Task.FromResult(\"\");", "Task<string> M();")]
    [InlineData("public Task<string> M() { return Task.FromResult(\"\"); }", "public Task<string> M();")]
    public Task An_interface_s_run_method_loses_its_body(string method, string expected)
        => CodeFixing.Becomes("TEXEC040", Class(method, "interface"), Class(expected, "interface"));

    private static string Class(string method, string kind = "class") => $$"""
        using System.Threading.Tasks;
        using TypedExec;

        [Command("tool")]
        public partial {{kind}} Tool
        {
            // Before it.
            [Run("x")]
            {{method}}

            // After it.
        }
        """;

    [Theory]
    [InlineData("Short = \"-v\"", "")]
    [InlineData("Short = \"-v\", PreferShort = true", "")]
    [InlineData("Separator = \"=\", Short = \"-v\"", ", Separator = \"=\"")]
    public Task A_short_name_that_is_already_used_is_removed(string settings, string expected) => CodeFixing.Gives(
        "TEXEC007", Twice($"[Option(\"--version\", {settings})] public string? Version"), Twice($"[Option(\"--version\"{expected})] public string? Version"));

    [Fact]
    public Task A_negation_that_is_another_option_is_removed() => CodeFixing.Gives(
        "TEXEC007", Twice("[Option(\"--x\", Negation = \"--verbose\")] public bool? X"), Twice("[Option(\"--x\")] public bool? X"));

    [Fact]
    public Task Equal_long_names_are_both_kept() => CodeFixing.OffersNone("TEXEC007", Twice("[Option(\"--verbose\")] public bool Loud"));

    private static string Twice(string property) => $$"""
        using TypedExec;

        [Command("git")]
        public partial class Git
        {
            [Option("--verbose", Short = "-v")] public bool Verbose { get; init; }
            {{property}} { get; init; }
        }
        """;

    [Fact]
    public Task A_member_with_a_generated_name_is_renamed_wherever_it_is_used() => CodeFixing.Gives(
        "TEXEC012",
        """
        using TypedExec;

        [Command("docker")]
        public partial class Docker
        {
            [Subcommand("exec")]
            public partial class Exec;
        }

        public static class User
        {
            public static object Create() => new Docker.Exec();
        }
        """,
        """
        using TypedExec;

        [Command("docker")]
        public partial class Docker
        {
            [Subcommand("exec")]
            public partial class ExecCommand;
        }

        public static class User
        {
            public static object Create() => new Docker.ExecCommand();
        }
        """);

    [Fact]
    public Task A_member_whose_new_name_is_taken_is_not_renamed() => CodeFixing.OffersNone(
        "TEXEC012",
        """
        using TypedExec;

        [Command("docker")]
        public partial class Docker
        {
            [Option("--spawn")] public bool Spawn { get; init; }
            [Option("--value")] public bool SpawnValue { get; init; }
        }
        """);

    private static string Run(string template, string parameters) => $$"""
        #nullable enable
        using TypedExec;

        [Command("tool")]
        public static partial class Tool
        {
            [Run({{template}})] public static partial string M({{parameters}});
        }
        """;
}
