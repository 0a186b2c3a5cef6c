using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Each mistake is reported once, at its place, with the generated code still sound.</summary>
public sealed class DiagnosticTests
{
    private const string Usings = "using TypedExec; namespace Demo; ";

    [Fact]
    public Task A_command_class_is_partial() => Analysis.Reports("TEXEC001", "Git", Usings + """
        [Command("git")] public class Git;
        """);

    [Fact]
    public Task A_type_around_a_command_class_is_partial() => Analysis.Reports("TEXEC002", "Outer", Usings + """
        public class Outer { [Command("git")] public partial class Git; }
        """);

    [Fact]
    public Task A_program_is_named() => Analysis.Reports("TEXEC003", "\" \"", Usings + """
        [Command(" ")] public partial class Git;
        """);

    [Fact]
    public Task A_program_that_is_null_is_not_named() => Analysis.Reports("TEXEC003", "null!", Usings + """
        [Command(null!)] public partial class Git;
        """);

    [Fact]
    public Task A_subcommand_is_named() => Analysis.Reports("TEXEC003", "\"\"", Usings + """
        [Command("git")] public partial class Git { [Subcommand("")] public partial class Commit; }
        """);

    [Fact]
    public Task An_option_stands_in_a_command_class() => Analysis.Reports("TEXEC004", "Option(\"-v\")", Usings + """
        public class Git { [Option("-v")] public bool Verbose { get; init; } }
        """);

    [Fact]
    public Task An_argument_stands_in_a_command_class() => Analysis.Reports("TEXEC004", "Argument(0)", Usings + """
        public class Git { [Argument(0)] public string? Path { get; init; } }
        """);

    [Fact]
    public Task An_option_can_be_set() => Analysis.Reports("TEXEC005", "Verbose", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool Verbose { get; } }
        """);

    [Fact]
    public Task An_option_is_no_static_property() => Analysis.Reports("TEXEC005", "Verbose", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public static bool Verbose { get; set; } }
        """);

    [Fact]
    public Task An_option_has_a_type_with_a_text() => Analysis.Reports("TEXEC006", "What", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public object? What { get; init; } }
        """);

    [Fact]
    public Task An_argument_is_no_flag() => Analysis.Reports("TEXEC006", "What", Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public bool What { get; init; } }
        """);

    [Fact]
    public Task An_option_is_no_list_of_lists() => Analysis.Reports("TEXEC006", "What", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public string[][]? What { get; init; } }
        """);

    [Fact]
    public Task An_option_has_a_name_of_its_own() => Analysis.Reports("TEXEC007", "\"-v\"", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool A { get; init; } [Option("-v")] public bool B { get; init; } }
        """);

    [Fact]
    public Task A_short_name_is_taken_once() => Analysis.Reports("TEXEC007", "\"--bb\"", Usings + """
        [Command("git")] public partial class Git { [Option("--aa", Short = "-a")] public bool A { get; init; } [Option("--bb", Short = "-a")] public bool B { get; init; } }
        """);

    [Fact]
    public Task An_option_is_named() => Analysis.Reports("TEXEC008", "\"\"", Usings + """
        [Command("git")] public partial class Git { [Option("")] public bool A { get; init; } }
        """);

    [Fact]
    public Task Positions_have_no_gap() => Analysis.Reports("TEXEC009", "2", Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public string? A { get; init; } [Argument(2)] public string? B { get; init; } }
        """);

    [Fact]
    public Task A_position_is_taken_once() => Analysis.Reports("TEXEC009", "0", Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public string? A { get; init; } [Argument(0)] public string? B { get; init; } }
        """);

    [Fact]
    public Task A_position_is_not_negative() => Analysis.Reports("TEXEC009", "-1", Usings + """
        [Command("git")] public partial class Git { [Argument(-1)] public string? A { get; init; } }
        """);

    [Fact]
    public Task A_list_is_the_last_argument() => Analysis.Reports("TEXEC010", "A", Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public string[] A { get; init; } = []; [Argument(1)] public string? B { get; init; } }
        """);

    [Fact]
    public Task A_negation_stands_on_a_nullable_bool() => Analysis.Reports("TEXEC011", "Negation = \"--no-v\"", Usings + """
        [Command("git")] public partial class Git { [Option("-v", Negation = "--no-v")] public bool A { get; init; } }
        """);

    [Fact]
    public Task A_property_has_no_generated_name() => Analysis.Reports("TEXEC012", "Spawn", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool Spawn { get; init; } }
        """);

    [Fact]
    public Task A_subcommand_has_no_generated_name() => Analysis.Reports("TEXEC012", "Exec", Usings + """
        [Command("docker")] public partial class Docker { [Subcommand("exec")] public partial class Exec; }
        """);

    [Fact]
    public Task ToArguments_of_another_type_clashes() => Analysis.Reports("TEXEC012", "ToArguments", Usings + """
        [Command("git")] public partial class Git { public string[] ToArguments() => []; }
        """);

    [Fact]
    public Task A_private_generated_name_clashes() => Analysis.Reports("TEXEC012", "s_executable", Usings + """
        [Command("git")] public partial class Git { public static readonly int s_executable = 1; }
        """);

    [Fact]
    public Task A_property_named_builder_clashes() => Analysis.Reports("TEXEC012", "Builder", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public string? Builder { get; init; } }
        """);

    [Fact]
    public Task A_parent_that_is_no_outer_command_clashes() => Analysis.Reports("TEXEC012", "Parent", Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool V { get; init; } [Subcommand("x")] public partial class X { [Option("--parent")] public string? Parent { get; init; } } }
        """);

    [Fact]
    public Task A_command_class_is_not_generic() => Analysis.Reports("TEXEC013", "Git", Usings + """
        [Command("git")] public partial class Git<T> { [Option("-v")] public T? V { get; init; } }
        """);

    [Fact]
    public Task A_type_around_a_command_class_is_not_generic() => Analysis.Reports("TEXEC013", "Git", Usings + """
        public partial class Outer<T> { [Command("git")] public partial class Git; }
        """);

    [Fact]
    public Task A_subcommand_is_nested_in_a_command() => Analysis.Reports("TEXEC014", "Subcommand(\"commit\")", Usings + """
        [Subcommand("commit")] public partial class Commit;
        """);

    [Fact]
    public Task A_command_class_is_not_abstract() => Analysis.Reports("TEXEC015", "Git", Usings + """
        [Command("git")] public abstract partial class Git;
        """);

    [Fact]
    public Task A_command_class_is_not_file_local() => Analysis.Reports("TEXEC016", "Git", Usings + """
        [Command("git")] file partial class Git;
        """);

    [Fact]
    public Task A_property_is_not_both_option_and_argument() => Analysis.Reports("TEXEC017", "A", Usings + """
        [Command("git")] public partial class Git { [Option("-a"), Argument(0)] public string? A { get; init; } }
        """);

    [Fact]
    public Task A_class_is_not_both_command_and_subcommand() => Analysis.Reports("TEXEC018", "Subcommand(\"commit\")", Usings + """
        [Command("git")] public partial class Git { [Command("commit"), Subcommand("commit")] public partial class Commit; }
        """);

    [Fact]
    public Task PreferShort_needs_a_short_name() => Analysis.Reports("TEXEC019", "PreferShort = true", Usings + """
        [Command("git")] public partial class Git { [Option("-a", PreferShort = true)] public bool A { get; init; } }
        """);

    [Fact]
    public Task Join_needs_a_list() => Analysis.Reports("TEXEC020", "Join = \",\"", Usings + """
        [Command("git")] public partial class Git { [Option("-a", Join = ",")] public string? A { get; init; } }
        """);

    [Fact]
    public Task A_builder_needs_a_constructor_without_parameters() => Analysis.Reports("TEXEC021", "Git", Usings + """
        [Command("git")] public partial class Git(int number) { public int Number => number; }
        """);

    [Fact]
    public Task A_builder_needs_required_members_to_be_options() => Analysis.Reports("TEXEC021", "Git", Usings + """
        [Command("git")] public partial class Git { public required int Number { get; init; } }
        """);

    [Fact]
    public Task A_shell_command_is_constant() => Analysis.Reports("TEXEC022", "text", Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec(text); }
        """);

    [Fact]
    public Task A_concatenated_shell_command_is_not_constant() => Analysis.Reports("TEXEC022", "\"log \" + text", Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => ExecSync("log " + text); }
        """);

    [Fact]
    public Task A_hole_stands_outside_double_quotes() => Analysis.Reports("TEXEC023", "{text}", Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec($"log \"{text}\""); }
        """);

    [Fact]
    public Task A_hole_stands_outside_single_quotes() => Analysis.Reports("TEXEC023", "{text}", Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec($"log 'a {text}'"); }
        """);

    [Fact]
    public Task A_hole_behind_a_substitution_inside_quotes_is_inside_them() => Analysis.Reports("TEXEC023", "{text}", Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec($"log \"$(id) {text}\""); }
        """);

    [Fact]
    public Task Substitutions_inside_quotes_and_quotes_in_comments_are_not_reported() => Analysis.ReportsNothing(Usings + """
        [Command("git")]
        public partial class Git
        {
            public static void Run(string text)
            {
                Exec($"log \"$(cat {text} | (head -1))\" {text}");
                Exec($"log # it's all\n{text}");
                Exec($"log a#'b' {text} \\' {text}");
            }
        }
        """);

    [Fact]
    public Task A_sound_command_is_not_reported() => Analysis.ReportsNothing(Usings + """
        [Command("node")]
        public partial class Node
        {
            [Option("--a", Short = "-a", PreferShort = true)] public bool A { get; init; }
            [Option("--b", Negation = "--no-b")] public bool? B { get; init; }
            [Option("--c", Join = ",")] public System.Collections.Generic.IReadOnlyList<string> C { get; init; } = [];
            [Argument(0)] public required string Path { get; init; }
            [Argument(1, After = "--")] public string[] Rest { get; init; } = [];
        }
        """);

    [Fact]
    public Task A_constant_or_quoted_shell_command_is_not_reported() => Analysis.ReportsNothing(Usings + """
        [Command("git")]
        public partial class Git
        {
            private const string Log = "log";

            public static void Run(string text, int count)
            {
                Exec("log | wc -l");
                Exec(Log + " -1");
                Exec($"log {text} | head -{count} > 'a b' && echo \"it's\" \\' {text}");
                ExecSync($"show {text}");
            }
        }
        """);

    [Fact]
    public Task A_member_that_takes_the_place_of_a_generated_one_is_not_reported() => Analysis.ReportsNothing(Usings + """
        [Command("git")]
        public partial class Git
        {
            public System.Collections.Generic.IReadOnlyList<string> ToArguments() => ["x"];
            public override string ToString() => "git";
            public ChildProcess Spawn(SpawnOptions? options = null) => CommandExtensions.Spawn(this, options);
            public static string Spawn(int number) => "" + number;
            public sealed class Builder;
        }
        """);

    [Fact]
    public Task Messages_need_a_command_that_forks() => Analysis.Reports("TEXEC024", "Messages(Send = typeof(int), Receive = typeof(int), Context = typeof(Json))", Usings + JsonContext + """
        [Command("node")]
        [Messages(Send = typeof(int), Receive = typeof(int), Context = typeof(Json))]
        public static partial class Node;
        """);

    [Fact]
    public Task The_context_of_messages_is_a_json_context() => Analysis.Reports("TEXEC025", "Context = typeof(string)", Usings + """
        [Command("node", Fork = true)]
        [Messages(Send = typeof(int), Receive = typeof(int), Context = typeof(string))]
        public static partial class Node;
        """);

    [Fact]
    public Task The_context_has_the_metadata_of_the_messages() => Analysis.Reports("TEXEC025", "Receive = typeof(long)", Usings + JsonContext + """
        [Command("node", Fork = true)]
        [Messages(Send = typeof(int), Receive = typeof(long), Context = typeof(Json))]
        public static partial class Node;
        """);

    private const string JsonContext = """
        [System.Text.Json.Serialization.JsonSerializable(typeof(int))]
        public sealed class Json() : System.Text.Json.Serialization.JsonSerializerContext(null)
        {
            public static Json Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
        }

        """;

    private const string Tool = Usings + """
        [Command("tool", Specification = "tool.json")] public partial class Tool;
        """;

    [Fact]
    public Task A_specification_is_an_additional_file()
        => Analysis.Reports("TEXEC026", "Specification = \"tool.json\"", Tool, new MemoryText("/project/mytool.json", "{}"));

    [Fact]
    public Task A_specification_is_named() => Analysis.Reports("TEXEC026", "Specification = \" \"", Usings + """
        [Command("tool", Specification = " ")] public partial class Tool;
        """);

    [Fact]
    public Task A_specification_is_one_file()
        => Analysis.Reports("TEXEC027", "Specification = \"tool.json\"", Tool, new MemoryText("/a/tool.json", "{}"), new MemoryText("/b/tool.json", "{}"));

    [Fact]
    public Task More_of_the_path_tells_which_file() => Analysis.ReportsNothing(
        Usings + """
        [Command("tool", Specification = "b/tool.json")] public partial class Tool;
        """,
        new MemoryText("/a/tool.json", "{}"),
        new MemoryText("\\b\\tool.json", "{}"));

    [Fact]
    public Task A_specification_is_JSON()
        => Analysis.Reports("TEXEC028", "/tool.json:3:3", Tool, new MemoryText("/tool.json", "{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}"));

    [Theory]
    [InlineData("[]", "1:1")]
    [InlineData("{ \"options\": [\n{ \"description\": \"x\" }] }", "2:1")]
    [InlineData("{ \"options\": [{ \"name\": [] }] }", "1:15")]
    [InlineData("{ \"options\": [{ \"name\": \" \" }] }", "1:25")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"isRepeatable\": 0 }] }", "1:47")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": 1 }] }", "1:39")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"hidden\": \"yes\" }] }", "1:41")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\\u0007\" }] }", "1:25")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"exclusiveOn\": [\"-b\"], \"dependsOn\": [\"-b\"] }, { \"name\": \"-b\" }] }", "1:67")]
    [InlineData("{ \"subcommands\": [1] }", "1:19")]
    public Task A_specification_has_the_shape_of_one(string text, string at)
        => Analysis.Reports("TEXEC029", "/tool.json:" + at, Tool, new MemoryText("/tool.json", text));

    [Fact]
    public Task A_specification_is_not_too_large()
        => Analysis.Reports("TEXEC030", "/tool.json:1:65", Tool, new MemoryText("/tool.json", new string('[', 100)));

    [Theory]
    [InlineData("bool")]
    [InlineData("int?")]
    [InlineData("string?")]
    public Task A_count_is_an_int(string type) => Analysis.Reports("TEXEC031", "Count = true", Usings + $$"""
        [Command("tool")] public partial class Tool
        {
            [Option("-v", Count = true)] public {{type}} V { get; init; }
        }
        """);

    [Theory]
    [InlineData("MaxValues = 2", "MaxValues = 2", "string?")]
    [InlineData("MaxValues = 2", "MaxValues = 2", "System.Collections.Generic.List<OptionalValue>?")]
    [InlineData("MinValues = 2", "MinValues = 2", "string[]?")]
    [InlineData("MinValues = 3, MaxValues = 2", "MaxValues = 2", "int[]?")]
    [InlineData("MinValues = 0, MaxValues = 2", "MaxValues = 2", "int[]?")]
    [InlineData("Join = \",\", MaxValues = 2", "MaxValues = 2", "int[]?")]
    public Task Values_behind_one_option_are_a_list_of_so_many(string settings, string at, string type)
        => Analysis.Reports("TEXEC032", at, Usings + $$"""
        [Command("tool")] public partial class Tool
        {
            [Option("-v", {{settings}})] public {{type}} V { get; init; }
        }
        """);

    [Theory]
    [InlineData("--x")]
    [InlineData("--other")]
    [InlineData("--always")]
    public Task A_related_option_is_another_that_may_be_given_or_not(string name) => Analysis.Reports("TEXEC033", $"ExclusiveOn = [\"{name}\"]", Usings + $$"""
        [Command("tool")] public partial class Tool
        {
            [Option("--x", ExclusiveOn = ["{{name}}"])] public bool X { get; init; }
            [Option("--always")] public int Always { get; init; }
        }
        """);

    [Fact]
    public Task Options_with_limits_and_relations_may_be_right() => Analysis.ReportsNothing(Usings + """
        [Command("tool")] public partial class Tool
        {
            [Option("-v", Count = true)] public int V { get; init; }
            [Option("-g", MinValues = 2)] public System.Collections.Generic.List<System.Collections.Generic.IReadOnlyList<string>>? Groups { get; init; }
            [Option("--size", MinValues = 2, MaxValues = 2, DependsOn = ["-v"])] public System.Collections.Immutable.ImmutableArray<int> Size { get; init; }
        }
        """);

    [Fact]
    public Task Positions_may_be_those_of_the_specification() => Analysis.ReportsNothing(
        Usings + """
        [Command("tool", Specification = "tool.json")] public partial class Tool
        {
            [Argument(1, AllowLeadingDash = true)] public string? To { get; init; }

            public partial class Run
            {
                [Option("--level")] public int? Level { get; init; }
            }
        }
        """,
        new MemoryText("/tool.json", """{ "args": [{ "name": "from" }, { "name": "to" }], "subcommands": [{ "name": "run" }] }"""));
}
