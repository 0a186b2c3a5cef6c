using System.Collections.Immutable;
using Xunit;

namespace TypedExec.Generator.Tests.Running;

[Command("tool")]
internal sealed partial class Rich
{
    [Option("--tags", MaxValues = int.MaxValue)] public IReadOnlyList<string> Tags { get; init; } = [];
    [Option("--pair", MinValues = 2, MaxValues = 2)] public string[]? Pair { get; init; }
    [Option("--size", MinValues = 2, MaxValues = 2)] public IReadOnlyList<int> Size { get; init; } = [];
    [Option("--days", MaxValues = int.MaxValue)] public ImmutableArray<DayOfWeek> Days { get; init; }
    [Option("--map", MaxValues = 3)] public Dictionary<string, int>? Map { get; init; }
    [Option("--set")] public IReadOnlyList<IReadOnlyList<string>> Sets { get; init; } = [];
    [Option("--verbose", Short = "-v", PreferShort = true, Count = true)] public int Verbose { get; init; }
    [Option("--level")] public int? Level { get; init; }
    [Option("--color")] public OptionalValue Color { get; init; }
    [Option("-j", Separator = "")] public OptionalValue Jobs { get; init; }
    [Option("--debug")] public IReadOnlyList<OptionalValue> Debug { get; init; } = [];
    [Option("--fast", ExclusiveOn = ["--slow", "-v"])] public bool Fast { get; init; }
    [Option("--slow", ExclusiveOn = ["--fast"])] public bool? Slow { get; init; }
    [Option("--key", DependsOn = ["--level"])] public string? Key { get; init; }
}

/// <summary>
/// Options that count, that have optional values, that take several values, and that exclude or require others.
/// </summary>
public sealed class RichOptionTests
{
    [Fact]
    public void A_count_repeats_the_option() => Assert.Equal(["-v", "-v"], new Rich { Verbose = 2 }.ToArguments());

    [Fact]
    public void A_negative_count_is_rejected() => Assert.Throws<ArgumentException>(() => new Rich { Verbose = -1 }.ToArguments());

    [Fact]
    public void An_optional_value_is_part_of_the_options_argument()
    {
        Assert.Equal(["--color"], new Rich { Color = true }.ToArguments());
        Assert.Equal(["--color=always", "-j4"], new Rich { Color = "always", Jobs = "4" }.ToArguments());
        Assert.Equal(["--debug", "--debug=all"], new Rich { Debug = [true, "all"] }.ToArguments());
        Assert.Empty(new Rich { Color = false }.ToArguments());
    }

    [Fact]
    public void Several_values_follow_one_option()
    {
        Assert.Equal(["--tags", "a", "b"], new Rich { Tags = ["a", "b"] }.ToArguments());
        Assert.Equal(["--pair", "a", "b"], new Rich { Pair = ["a", "b"] }.ToArguments());
        Assert.Equal(["--set", "a", "--set", "b", "c"], new Rich { Sets = [["a"], ["b", "c"]] }.ToArguments());
    }

    [Fact]
    public void Values_of_any_type_follow_one_option()
    {
        Assert.Equal(["--size", "80", "24"], new Rich { Size = [80, 24] }.ToArguments());
        Assert.Equal(["--days", "monday", "friday"], new Rich { Days = [DayOfWeek.Monday, DayOfWeek.Friday] }.ToArguments());
        Assert.Equal(["--map", "a=1", "b=2"], new Rich { Map = new() { ["a"] = 1, ["b"] = 2 } }.ToArguments());
        Assert.Throws<ArgumentException>(() => new Rich { Size = [80] }.ToArguments());
    }

    [Fact]
    public void Too_few_or_too_many_values_are_rejected()
    {
        Assert.Throws<ArgumentException>(() => new Rich { Pair = ["a"] }.ToArguments());
        Assert.Throws<ArgumentException>(() => new Rich { Pair = ["a", "b", "c"] }.ToArguments());
    }

    [Fact]
    public void Mutually_exclusive_options_are_rejected_together()
    {
        var error = Assert.Throws<ArgumentException>(() => new Rich { Fast = true, Slow = false }.ToArguments());
        Assert.Contains("--fast (Fast) and --slow (Slow)", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Rich { Fast = true, Verbose = 1 }.ToArguments());
        Assert.Equal(["--fast"], new Rich { Fast = true }.ToArguments());
    }

    [Fact]
    public void An_option_that_requires_another_is_rejected_alone()
    {
        Assert.Throws<ArgumentException>(() => new Rich { Key = "k" }.ToArguments());
        Assert.Equal(["--level", "1", "--key", "k"], new Rich { Level = 1, Key = "k" }.ToArguments());
    }

    [Fact]
    public void The_builder_appends_to_lists_of_values()
        => Assert.Equal(["--tags", "a", "b", "--color=x"], Rich.CreateBuilder().Tags("a").Tags("b").Color("x").Build().ToArguments());
}
