using Xunit;
using static TypedExec.Specifications.Tests.SpecifiedCommands;

namespace TypedExec.Specifications.Tests;

/// <summary>What options require and exclude is checked across <c>Parent</c> too, wherever a persistent option is set.</summary>
public sealed class OptionRelationTests
{
    private const string Persistent = """
        {
          "options": [{ "name": "--context", "isPersistent": true, "args": {} }, { "name": "--quiet", "isPersistent": true }, { "name": "--log", "dependsOn": ["--level"] }, { "name": "--level", "isPersistent": true, "isRepeatable": true }, { "name": "--silent", "exclusiveOn": ["--level"] }],
          "subcommands": [{ "name": "get", "options": [{ "name": "--all", "dependsOn": ["--context"] }, { "name": "--verbose", "exclusiveOn": ["--quiet"] }], "subcommands": [{ "name": "pods", "options": [{ "name": "--wide", "dependsOn": ["--context"], "exclusiveOn": ["--quiet"] }] }] }]
        }
        """;

    private readonly Type _tool = Generation.Load(Persistent);

    private Type Get => _tool.GetNestedType("Get")!;

    private Type Pods => Get.GetNestedType("Pods")!;

    [Fact]
    public void A_required_option_may_be_set_in_the_parent()
    {
        Assert.Equal(
            ["--context", "x", "get", "--all"],
            Arguments(Get, ("Parent", Make(_tool, ("Context", "x"))), ("All", true)));
        Assert.Contains("Set Context too", Error(Get, ("Parent", Make(_tool, ("Quiet", true))), ("All", true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_option_may_be_set_in_the_grandparent()
        => Assert.Equal(
            ["--context", "x", "get", "pods", "--wide"],
            Arguments(Pods, ("Parent", Make(Get, ("Parent", Make(_tool, ("Context", "x"))))), ("Wide", true)));

    [Fact]
    public void An_option_that_the_parent_requires_may_be_set_in_the_subcommand()
    {
        Assert.Equal(["--log", "get", "--level"], Arguments(Get, ("Parent", Make(_tool, ("Log", true))), ("Level", 1)));
        Assert.Equal(
            ["--log", "get", "pods", "--level"],
            Arguments(Pods, ("Parent", Make(Get, ("Parent", Make(_tool, ("Log", true))))), ("Level", 1)));
        Assert.Contains("--log (Parent.Log) requires --level", Error(Get, ("Parent", Make(_tool, ("Log", true)))), StringComparison.Ordinal);
        Assert.Contains("--log (Log)", Error(_tool, ("Log", true)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_excluded_option_is_rejected_in_the_parent_too()
    {
        const string Message = "--verbose (Verbose) and --quiet (Quiet) are mutually exclusive";
        Assert.Contains(Message, Error(Get, ("Quiet", true), ("Verbose", true)), StringComparison.Ordinal);
        Assert.Contains(Message, Error(Get, ("Parent", Make(_tool, ("Quiet", true))), ("Verbose", true)), StringComparison.Ordinal);
        Assert.Contains("are mutually exclusive", Error(Pods, ("Parent", Make(Get, ("Quiet", true))), ("Context", "x"), ("Wide", true)), StringComparison.Ordinal);
        Assert.Contains("are mutually exclusive", BuildError(Get, ("Parent", Make(_tool, ("Quiet", true))), ("Verbose", true)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_the_parent_excludes_is_rejected_in_the_subcommand()
        => Assert.Contains(
            "--silent (Parent.Silent) and --level (Level) are mutually exclusive",
            Error(Get, ("Parent", Make(_tool, ("Silent", true))), ("Level", 2)),
            StringComparison.Ordinal);

    [Fact]
    public void A_subcommand_that_lists_the_option_again_accepts_it_from_the_parent()
    {
        var tool = Generation.Load("""{ "options": [{ "name": "--context", "isPersistent": true, "args": {} }], "subcommands": [{ "name": "get", "options": [{ "name": "--context", "args": {} }, { "name": "--all", "dependsOn": ["--context"] }] }] }""");
        Assert.Equal(
            ["--context", "x", "get", "--all"],
            Arguments(tool.GetNestedType("Get")!, ("Parent", Make(tool, ("Context", "x"))), ("All", true)));
    }

    [Fact]
    public void The_users_own_option_in_the_parent_applies()
    {
        var tool = Generation.Load(
            """{ "options": [{ "name": "--context", "isPersistent": true, "args": {} }, { "name": "--set", "isPersistent": true, "isRepeatable": true, "args": {} }], "subcommands": [{ "name": "get", "options": [{ "name": "--all", "dependsOn": ["--context"] }, { "name": "--none", "exclusiveOn": ["--set"] }] }] }""",
            """
            /// <summary>Typed.</summary>
            [Option("--context")] public int? Context { get; init; }
            /// <summary>Typed.</summary>
            [Option("--set")] public IReadOnlyList<int> Set { get; init; } = [];
            """);
        var get = tool.GetNestedType("Get")!;
        Assert.Equal(["--context", "1", "get", "--all"], Arguments(get, ("Parent", Make(tool, ("Context", 1))), ("All", true)));
        Assert.Contains("Parent.Set", Error(get, ("Parent", Make(tool, ("Set", (int[])[1]))), ("None", true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Exclusions_and_requirements_of_the_users_own_option_apply()
    {
        var tool = Generation.Load(
            """{ "options": [{ "name": "--quiet" }, { "name": "--level", "args": {} }] }""",
            """
            /// <summary>How often.</summary>
            [Option("--loud", Count = true, ExclusiveOn = ["--quiet"])] public int Loud { get; init; }
            /// <summary>Where to.</summary>
            [Option("--log", DependsOn = ["--level"])] public OptionalValue Log { get; init; }
            """);
        Assert.Equal(["--quiet"], Arguments(tool, ("Quiet", true)));
        Assert.Contains("are mutually exclusive", Error(tool, ("Quiet", true), ("Loud", 1)), StringComparison.Ordinal);
        Assert.Contains("--log (Log) requires --level", Error(tool, ("Log", OptionalValue.Alone)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_users_own_counting_option_satisfies_a_requirement()
    {
        var tool = Generation.Load(
            """{ "options": [{ "name": "--loud", "isRepeatable": true }, { "name": "--all", "dependsOn": ["--loud"] }, { "name": "--log" }, { "name": "--none", "exclusiveOn": ["--log"] }] }""",
            """
            /// <summary>How often.</summary>
            [Option("--loud", Count = true)] public int Loud { get; init; }
            /// <summary>Where to.</summary>
            [Option("--log")] public IReadOnlyList<OptionalValue> Log { get; init; } = [];
            """);
        Assert.Contains("--all (All) requires --loud", Error(tool, ("All", true)), StringComparison.Ordinal);
        Assert.Contains("are mutually exclusive", Error(tool, ("None", true), ("Log", (OptionalValue[])["x"])), StringComparison.Ordinal);
    }
}
