using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>The fixes of command classes and their options, and when none is offered.</summary>
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
}
