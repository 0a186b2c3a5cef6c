using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>The rules for what command lines can say.</summary>
public sealed class GrammarDiagnosticTests
{
    [Theory]
    [InlineData("bool")]
    [InlineData("bool?")]
    public Task A_flag_has_no_separator(string type) => Analysis.Reports("TEXEC035", "Separator = \"=\"", Analysis.Usings + $$"""
        [Command("git")] public partial class Git { [Option("-v", Separator = "=")] public {{type}} A { get; init; } }
        """);

    [Fact]
    public Task A_boolean_value_has_a_separator() => Analysis.ReportsNothing(Analysis.Usings + """
        [Command("git")] public partial class Git { [Option("-v", Separator = "=", TrueValue = "true")] public bool A { get; init; } }
        """);

    [Fact]
    public Task A_program_has_no_blank_in_its_name() => Analysis.Reports("TEXEC036", "\"docker compose\"", Analysis.Usings + """
        [Command("docker compose")] public partial class Compose;
        [Command("C:\\Program Files\\x.exe")] public partial class Windows;
        """);

    [Fact]
    public Task A_subcommand_is_declared_once() => Analysis.Reports("TEXEC037", "\"remote  add\"", Analysis.Usings + """
        [Command("git")] public static partial class Git { [Subcommand("remote add")] public partial class A; [Subcommand("remote  add")] public partial class B; }
        """);

    [Theory]
    [InlineData("[Option(\"-v\", Negation = \"-n\\0\")] public bool? A { get; init; }", "Negation = \"-n\\0\"")]
    [InlineData("[Argument(0, After = \"\\0\")] public string? A { get; init; }", "After = \"\\0\"")]
    [InlineData("[Option(\"-v\", Short = \"\\0\")] public bool A { get; init; }", "Short = \"\\0\"")]
    public Task A_text_holds_no_NUL(string member, string at) => Analysis.Reports("TEXEC038", at, Analysis.Usings + $$"""
        [Command("git")] public partial class Git { {{member}} }
        """);

    [Fact]
    public Task An_enums_text_holds_no_NUL() => Analysis.Reports("TEXEC038", "\"\\0\"", Analysis.Usings + "public enum E { [EnumValue(\"\\0\")] A }");

    [Fact]
    public async Task An_old_language_version_is_reported_once()
    {
        const string Source = Analysis.Usings + "[Command(\"a\")] public partial class A; [Command(\"b\")] public partial class B;";
        await Analysis.Reports("TEXEC039", "A", Source, LanguageVersion.CSharp12);
        await Analysis.ReportsNothing(Source, LanguageVersion.CSharp13);
    }

    [Theory]
    [InlineData("[Option(\"-v\", PairSeparator = \":\")] public string? A { get; init; }", "PairSeparator = \":\"")]
    [InlineData("[Option(\"-v\", JoinEscape = \":\")] public string[]? A { get; init; }", "JoinEscape = \":\"")]
    [InlineData("[Option(\"-v\", Format = \"x\")] public string? A { get; init; }", "Format = \"x\"")]
    [InlineData("[Option(\"-v\", TrueValue = \"x\")] public string? A { get; init; }", "TrueValue = \"x\"")]
    [InlineData("[Option(\"-v\", Converter = typeof(string))] public object? A { get; init; }", "Converter = typeof(string)")]
    [InlineData("[Argument(0, Quoting = ShellQuoting.Posix)] public string? A { get; init; }", "Quoting = ShellQuoting.Posix")]
    [InlineData("[Argument(0)] public Pipeline? A { get; init; }", "Argument(0)")]
    public Task A_setting_applies_to_its_property(string member, string at) => Analysis.Reports("TEXEC057", at, Analysis.Usings + $$"""
        [Command("git")] public partial class Git { {{member}} }
        """);

    [Theory]
    [InlineData("string? ISet.A => null;", "A")]
    [InlineData("public string? A => null;", "A")]
    public Task A_property_that_implements_a_set_can_be_assigned(string member, string at) => Analysis.Reports("TEXEC058", at, Analysis.Usings + $$"""
        [OptionSet] public interface ISet { [Option("-a")] string? A { get; } }
        [Command("git")] public partial class Git : ISet { {{member}} }
        """);

    [Fact]
    public Task An_inherited_option_is_not_private() => Analysis.Reports("TEXEC058", "Git", Analysis.Usings + """
        [OptionSet] public abstract class Set { [Option("-a")] private string? A { get; init; } }
        [Command("git")] public partial class Git : Set;
        """);

    [Theory]
    [InlineData("[OptionSet] public class Set;", "OptionSet")]
    [InlineData("[OptionGroup] public static partial class Group;", "OptionGroup")]
    [InlineData("[Command(\"a\"), OptionGroup] public partial class Group;", "OptionGroup")]
    [InlineData("[Command(\"a\")] public partial class A { [OptionGroup] public string? B { get; init; } }", "OptionGroup")]
    [InlineData("[OptionGroup] public partial class Group; [Command(\"a\")] public partial class A { public Group[] B { get; } = []; }", "B")]
    public Task Sets_and_groups_have_suitable_types(string source, string at) => Analysis.Reports("TEXEC059", at, Analysis.Usings + source);

    [Fact]
    public Task A_group_is_partial() => Analysis.Reports("TEXEC001", "Group", Analysis.Usings + "[OptionGroup] public class Group { [Option(\"-a\")] public bool A { get; init; } }");

    [Theory]
    [InlineData("[Option(\"-v\")] public byte[]? What { get; init; }")]
    [InlineData("[Option(\"-v\")] public OptionalValue<bool> What { get; init; }")]
    public Task Bytes_and_nullable_booleans_have_no_text_form(string member) => Analysis.Reports("TEXEC006", "What", Analysis.Usings + $$"""
        [Command("git")] public partial class Git { {{member}} }
        """);

    [Fact]
    public Task Names_and_positions_of_base_and_derived_count_together() => Analysis.ReportsNothing(Analysis.Usings + """
        [Command("a")] public partial class A { [Option("-a")] public bool X { get; init; } [Argument(0)] public string? Y { get; init; } }
        [Command("b")] public partial class B : A { [Option("-b")] public bool Z { get; init; } [Argument(1)] public string? W { get; init; } }
        """);

    [Fact]
    public Task An_inherited_options_name_is_taken() => Analysis.Reports("TEXEC007", "\"-a\"", Analysis.Usings + """
        [OptionSet] public abstract class Set { [Option("-a")] public bool X { get; init; } }
        [Command("b")] public partial class B : Set { [Option("-a")] public bool Z { get; init; } }
        """.Replace("[Option(\"-a\")] public bool X", "[Option(\"-x\", Short = \"-a\")] public bool X", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Option(\"-l\", Place = OptionPlace.AfterArguments)] public bool L { get; init; } [Argument(0, After = \"--\")] public string? A { get; init; }", "Place = OptionPlace.AfterArguments")]
    [InlineData("[Argument(0)] public string? A { get; init; } [Option(\"-l\", Place = OptionPlace.AfterArguments)] public bool L { get; init; } [Argument(1, After = \"--\")] public string[] B { get; init; } = [];", "Place = OptionPlace.AfterArguments")]
    [InlineData("[Option(\"-l\", Place = OptionPlace.AfterArguments)] public bool L { get; init; } [Subcommand(\"s\")] public partial class S { [Argument(0, After = \"--\")] public string? A { get; init; } }", "After = \"--\"")]
    [InlineData("[Option(\"-l\", Place = OptionPlace.AfterArguments)] public bool L { get; init; } [Run(\"log [-- {paths}]\")] public partial string M(string[] paths);", "--")]
    public Task An_option_does_not_follow_the_marker(string members, string at) => Analysis.Reports("TEXEC060", at, Analysis.Usings + $$"""
        [Command("git")] public partial class Git { {{members}} }
        """);

    [Fact]
    public Task An_inherited_option_does_not_follow_the_marker_either() => Analysis.Reports("TEXEC060", "After = \"--\"", Analysis.Usings + """
        [OptionSet] public abstract class Last { [Option("-l", Place = OptionPlace.AfterArguments)] public bool L { get; init; } }
        [Command("git")] public partial class Git : Last { [Argument(0, After = "--")] public string? A { get; init; } }
        """);

    [Theory]
    [InlineData("[Option(\"-l\")] public bool L { get; init; } [Argument(0, After = \"--\")] public string? A { get; init; }")]
    [InlineData("[Option(\"-l\", Place = OptionPlace.AfterArguments)] public bool L { get; init; } [Argument(0, After = \"-x\")] public string? A { get; init; }")]
    [InlineData("[Option(\"-l\", Place = OptionPlace.AfterArguments)] public bool L { get; init; } [Run(\"log -- {path}\")] public static partial string M(string path);")]
    [InlineData("[Option(\"-l\", Place = OptionPlace.AfterArguments)] public bool L { get; init; } [Run(\"log {path}\")] public partial string M(string path);")]
    public Task Without_a_marker_an_option_may_come_last(string members) => Analysis.ReportsNothing(Analysis.Usings + $$"""
        [Command("git")] public partial class Git { {{members}} }
        """);

    [Theory]
    [InlineData("public new static void Level() { }")]
    [InlineData("public new static string? Level { get; set; }")]
    [InlineData("public new sealed class Level;")]
    public Task An_inherited_option_is_not_hidden_by_something_else(string member) => Analysis.Reports("TEXEC058", "Level", Analysis.Usings + $$"""
        [OptionSet] public abstract class Common { [Option("--level")] public string? Level { get; init; } }
        [Command("git")] public partial class Git : Common { {{member}} }
        """);
}
