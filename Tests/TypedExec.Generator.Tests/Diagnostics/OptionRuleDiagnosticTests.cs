using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>Counts, numbers of values and relations that can't be enforced.</summary>
public sealed class OptionRuleDiagnosticTests
{
    [Theory]
    [InlineData("bool")]
    [InlineData("int?")]
    [InlineData("string?")]
    public Task A_count_is_an_int(string type) => Analysis.Reports("TEXEC031", "Count = true", Analysis.Usings + $$"""
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
    public Task Several_values_of_one_option_are_a_list_of_that_length(string settings, string at, string type)
        => Analysis.Reports("TEXEC032", at, Analysis.Usings + $$"""
        [Command("tool")] public partial class Tool
        {
            [Option("-v", {{settings}})] public {{type}} V { get; init; }
        }
        """);

    [Theory]
    [InlineData("--x")]
    [InlineData("--other")]
    [InlineData("--always")]
    public Task A_related_option_is_a_different_optional_one(string name) => Analysis.Reports("TEXEC033", $"ExclusiveOn = [\"{name}\"]", Analysis.Usings + $$"""
        [Command("tool")] public partial class Tool
        {
            [Option("--x", ExclusiveOn = ["{{name}}"])] public bool X { get; init; }
            [Option("--always")] public int Always { get; init; }
        }
        """);

    [Fact]
    public Task Valid_limits_and_relations_are_not_reported() => Analysis.ReportsNothing(Analysis.Usings + """
        [Command("tool")] public partial class Tool
        {
            [Option("-v", Count = true)] public int V { get; init; }
            [Option("-g", MinValues = 2)] public System.Collections.Generic.List<System.Collections.Generic.IReadOnlyList<string>>? Groups { get; init; }
            [Option("--size", MinValues = 2, MaxValues = 2, DependsOn = ["-v"])] public System.Collections.Immutable.ImmutableArray<int> Size { get; init; }
        }
        """);
}
