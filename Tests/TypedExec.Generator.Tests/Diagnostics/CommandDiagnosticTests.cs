using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>Mistakes in command classes and their properties: each is reported once, at its place, with the generated code still sound.</summary>
public sealed class CommandDiagnosticTests
{
    [Fact]
    public Task A_command_class_is_partial() => Analysis.Reports("TEXEC001", "Git", Analysis.Usings + """
        [Command("git")] public class Git;
        """);

    [Fact]
    public Task A_type_around_a_command_class_is_partial() => Analysis.Reports("TEXEC002", "Outer", Analysis.Usings + """
        public class Outer { [Command("git")] public partial class Git; }
        """);

    [Fact]
    public Task A_program_is_named() => Analysis.Reports("TEXEC003", "\" \"", Analysis.Usings + """
        [Command(" ")] public partial class Git;
        """);

    [Fact]
    public Task A_program_that_is_null_is_not_named() => Analysis.Reports("TEXEC003", "null!", Analysis.Usings + """
        [Command(null!)] public partial class Git;
        """);

    [Fact]
    public Task A_subcommand_is_named() => Analysis.Reports("TEXEC003", "\"\"", Analysis.Usings + """
        [Command("git")] public partial class Git { [Subcommand("")] public partial class Commit; }
        """);

    [Fact]
    public Task An_option_is_in_a_command_class() => Analysis.Reports("TEXEC004", "Option(\"-v\")", Analysis.Usings + """
        public class Git { [Option("-v")] public bool Verbose { get; init; } }
        """);

    [Fact]
    public Task An_argument_is_in_a_command_class() => Analysis.Reports("TEXEC004", "Argument(0)", Analysis.Usings + """
        public class Git { [Argument(0)] public string? Path { get; init; } }
        """);

    [Fact]
    public Task An_option_can_be_set() => Analysis.Reports("TEXEC005", "Verbose", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool Verbose { get; } }
        """);

    [Fact]
    public Task An_option_is_not_static() => Analysis.Reports("TEXEC005", "Verbose", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public static bool Verbose { get; set; } }
        """);

    [Fact]
    public Task An_option_has_a_type_that_converts_to_text() => Analysis.Reports("TEXEC006", "What", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public object? What { get; init; } }
        """);

    [Fact]
    public Task An_argument_is_not_a_flag() => Analysis.Reports("TEXEC006", "What", Analysis.Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public bool What { get; init; } }
        """);

    [Fact]
    public Task An_option_is_not_a_list_of_lists() => Analysis.Reports("TEXEC006", "What", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public string[][]? What { get; init; } }
        """);

    [Fact]
    public Task An_option_has_a_unique_name() => Analysis.Reports("TEXEC007", "\"-v\"", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool A { get; init; } [Option("-v")] public bool B { get; init; } }
        """);

    [Fact]
    public Task A_short_name_is_unique() => Analysis.Reports("TEXEC007", "\"--bb\"", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("--aa", Short = "-a")] public bool A { get; init; } [Option("--bb", Short = "-a")] public bool B { get; init; } }
        """);

    [Fact]
    public Task An_option_is_named() => Analysis.Reports("TEXEC008", "\"\"", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("")] public bool A { get; init; } }
        """);

    [Fact]
    public Task Positions_have_no_gap() => Analysis.Reports("TEXEC009", "2", Analysis.Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public string? A { get; init; } [Argument(2)] public string? B { get; init; } }
        """);

    [Fact]
    public Task A_position_is_unique() => Analysis.Reports("TEXEC009", "0", Analysis.Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public string? A { get; init; } [Argument(0)] public string? B { get; init; } }
        """);

    [Fact]
    public Task A_position_is_not_negative() => Analysis.Reports("TEXEC009", "-1", Analysis.Usings + """
        [Command("git")] public partial class Git { [Argument(-1)] public string? A { get; init; } }
        """);

    [Fact]
    public Task Two_lists_need_a_marker_between_them() => Analysis.Reports("TEXEC010", "A", Analysis.Usings + """
        [Command("git")] public partial class Git { [Argument(0)] public string[] A { get; init; } = []; [Argument(1)] public string? B { get; init; } [Argument(2)] public string[] C { get; init; } = []; }
        """);

    [Fact]
    public Task Single_arguments_and_a_list_with_a_marker_may_follow_a_list() => Analysis.ReportsNothing(Analysis.Usings + """
        [Command("cp")] public partial class Cp { [Argument(0)] public string[] A { get; init; } = []; [Argument(1)] public string? B { get; init; } }
        [Command("git")] public partial class Git { [Argument(0)] public string[] A { get; init; } = []; [Argument(1, After = "--")] public string[] B { get; init; } = []; }
        [Command("find")] public partial class Find { [Argument(0)] public string[] A { get; init; } = []; [Argument(1, AllowLeadingDash = true)] public string[] B { get; init; } = []; }
        """);

    [Fact]
    public Task A_negation_requires_a_nullable_bool() => Analysis.Reports("TEXEC011", "Negation = \"--no-v\"", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v", Negation = "--no-v")] public bool A { get; init; } }
        """);

    [Fact]
    public Task A_property_has_no_generated_name() => Analysis.Reports("TEXEC012", "Spawn", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool Spawn { get; init; } }
        """);

    [Fact]
    public Task A_subcommand_has_no_generated_name() => Analysis.Reports("TEXEC012", "Exec", Analysis.Usings + """
        [Command("docker")] public partial class Docker { [Subcommand("exec")] public partial class Exec; }
        """);

    [Fact]
    public Task ToArguments_of_another_type_clashes() => Analysis.Reports("TEXEC012", "ToArguments", Analysis.Usings + """
        [Command("git")] public partial class Git { public string[] ToArguments() => []; }
        """);

    [Fact]
    public Task A_private_generated_name_clashes() => Analysis.Reports("TEXEC012", "s_executable", Analysis.Usings + """
        [Command("git")] public partial class Git { public static readonly int s_executable = 1; }
        """);

    [Fact]
    public Task A_property_named_builder_clashes() => Analysis.Reports("TEXEC012", "Builder", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public string? Builder { get; init; } }
        """);

    [Fact]
    public Task A_Parent_member_that_is_not_the_outer_command_clashes() => Analysis.Reports("TEXEC012", "Parent", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v")] public bool V { get; init; } [Subcommand("x")] public partial class X { [Option("--parent")] public string? Parent { get; init; } } }
        """);

    [Fact]
    public Task A_command_class_is_not_generic() => Analysis.Reports("TEXEC013", "Git", Analysis.Usings + """
        [Command("git")] public partial class Git<T> { [Option("-v")] public T? V { get; init; } }
        """);

    [Fact]
    public Task A_type_around_a_command_class_is_not_generic() => Analysis.Reports("TEXEC013", "Git", Analysis.Usings + """
        public partial class Outer<T> { [Command("git")] public partial class Git; }
        """);

    [Fact]
    public Task A_subcommand_is_nested_in_a_command() => Analysis.Reports("TEXEC014", "Subcommand(\"commit\")", Analysis.Usings + """
        [Subcommand("commit")] public partial class Commit;
        """);

    [Fact]
    public Task A_command_class_is_not_abstract() => Analysis.Reports("TEXEC015", "Git", Analysis.Usings + """
        [Command("git")] public abstract partial class Git;
        """);

    [Fact]
    public Task A_command_class_is_not_file_local() => Analysis.Reports("TEXEC016", "Git", Analysis.Usings + """
        [Command("git")] file partial class Git;
        """);

    [Fact]
    public Task A_property_is_not_both_option_and_argument() => Analysis.Reports("TEXEC017", "A", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-a"), Argument(0)] public string? A { get; init; } }
        """);

    [Fact]
    public Task A_class_is_not_both_command_and_subcommand() => Analysis.Reports("TEXEC018", "Subcommand(\"commit\")", Analysis.Usings + """
        [Command("git")] public partial class Git { [Command("commit"), Subcommand("commit")] public partial class Commit; }
        """);

    [Fact]
    public Task PreferShort_needs_a_short_name() => Analysis.Reports("TEXEC019", "PreferShort = true", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-a", PreferShort = true)] public bool A { get; init; } }
        """);

    [Fact]
    public Task Join_needs_a_list() => Analysis.Reports("TEXEC020", "Join = \",\"", Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-a", Join = ",")] public string? A { get; init; } }
        """);

    [Fact]
    public Task A_builder_needs_a_constructor_without_parameters() => Analysis.Reports("TEXEC021", "Git", Analysis.Usings + """
        [Command("git")] public partial class Git(int number) { public int Number => number; }
        """);

    [Fact]
    public Task A_builder_needs_required_members_to_be_options() => Analysis.Reports("TEXEC021", "Git", Analysis.Usings + """
        [Command("git")] public partial class Git { public required int Number { get; init; } }
        """);

    [Fact]
    public Task A_valid_command_is_not_reported() => Analysis.ReportsNothing(Analysis.Usings + """
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
    public Task A_member_that_replaces_a_generated_one_is_not_reported() => Analysis.ReportsNothing(Analysis.Usings + """
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
    public Task The_context_of_messages_is_a_json_context() => Analysis.Reports("TEXEC025", "Context = typeof(string)", Analysis.Usings + """
        [Command("node", Fork = true)]
        [Messages(Send = typeof(int), Receive = typeof(int), Context = typeof(string))]
        public static partial class Node;
        """);
}
