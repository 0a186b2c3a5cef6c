using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>The fixes of names that clash, and when none is offered.</summary>
public sealed class NameCodeFixTests
{
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
}
