using Xunit;

namespace TypedExec.Generator.Tests.Running;

[OptionGroup]
internal sealed partial class OneInput
{
    [Option("-i")] public required string File { get; init; }
}

[Command("tool")]
internal sealed partial class Several
{
    [Option("--header", Short = "-H", PreferShort = true)] public OneOrMany<string> Header { get; init; }
    [Option("--retry", Separator = "=")] public OneOrMany<int> Retry { get; init; } = 1;
    [Option("--day")] public OneOrMany<DayOfWeek> Day { get; init; }
    [Option("--tags", Join = ",")] public OneOrMany<string> Tags { get; init; }
    [Option("--pair")] public OneOrMany<KeyValuePair<string, int>> Pair { get; init; }
    [Option("--color")] public OneOrMany<OptionalValue> Color { get; init; }
    [Option("--size", MaxValues = 2)] public OneOrMany<int> Size { get; init; }
    [Option("--token", Secret = true, ExclusiveOn = ["-H"])] public OneOrMany<string> Token { get; init; }
    [Option("--key", DependsOn = ["--day"])] public OneOrMany<string> Key { get; init; }
    public OneOrMany<OneInput> Inputs { get; init; }
    [Argument(0)] public OneOrMany<string> Paths { get; init; }
}

[Command("printf")]
internal static partial class PrintEach
{
    [Run("'%s\\n' [{days}] -{text}")]
    public static partial IReadOnlyList<string> Words(OneOrMany<string> text, OneOrMany<DayOfWeek> days = default);
}

[Command("tool")]
internal sealed partial class Needed
{
    [Option("--file")] public required OneOrMany<string> File { get; init; }
}

/// <summary>A declared option that takes one value or several.</summary>
public sealed class OneOrManyTests
{
    [Fact]
    public void One_value_renders_the_option_once()
        => Assert.Equal(
            ["-H", "a", "--retry=1", "--day", "monday", "--tags", "t", "--pair", "k=1", "--color=always", "--size", "1", "-i", "f", "p"],
            new Several
            {
                Header = "a", Day = DayOfWeek.Monday, Tags = "t", Pair = KeyValuePair.Create("k", 1), Color = [(OptionalValue)"always"], Size = 1,
                Inputs = new OneInput { File = "f" }, Paths = "p",
            }.ToArguments());

    [Fact]
    public void Several_values_repeat_it()
        => Assert.Equal(
            ["-H", "a", "-H", "b", "--retry=2", "--retry=3", "--day", "monday", "--day", "friday", "--tags", "t,u", "--pair", "k=1", "--pair", "l=2",
             "--color", "--color=never", "--size", "1", "2", "-i", "f", "-i", "g", "p", "q"],
            new Several
            {
                Header = ["a", "b"], Retry = [2, 3], Day = [DayOfWeek.Monday, DayOfWeek.Friday], Tags = ["t", "u"],
                Pair = [KeyValuePair.Create("k", 1), KeyValuePair.Create("l", 2)], Color = [true, "never"], Size = [1, 2],
                Inputs = [new() { File = "f" }, new() { File = "g" }], Paths = ["p", "q"],
            }.ToArguments());

    [Fact]
    public void No_value_omits_it() => Assert.Empty(new Several { Retry = [], Header = null }.ToArguments());

    [Fact]
    public void The_builder_takes_one_or_several_and_appends()
    {
        var built = Several.CreateBuilder().Header("a").Header("b", "c").Header([]).Header(null).Retry(2).Day(DayOfWeek.Monday, DayOfWeek.Friday).Pair("k", 1).Paths("p").Build();
        Assert.Equal(["-H", "a", "-H", "b", "-H", "c", "--retry=1", "--retry=2", "--day", "monday", "--day", "friday", "--pair", "k=1", "p"], built.ToArguments());
    }

    [Fact]
    public void The_builder_refuses_a_missing_required_one()
    {
        Assert.Contains("File", Assert.Throws<InvalidOperationException>(() => Needed.CreateBuilder().Build()).Message, StringComparison.Ordinal);
        Assert.Equal(["--file", "a"], Needed.CreateBuilder().File("a").Build().ToArguments());
    }

    [Fact]
    public void Its_rules_are_those_of_a_single_value()
    {
        Assert.Contains("mutually exclusive", Assert.Throws<ArgumentException>(() => new Several { Header = "a", Token = "t" }.ToArguments()).Message, StringComparison.Ordinal);
        Assert.Contains("requires --day", Assert.Throws<ArgumentException>(() => new Several { Key = "k" }.ToArguments()).Message, StringComparison.Ordinal);
        Assert.Equal("tool '--retry=1' --token '***' --token '***'", new Several { Token = ["a", "b"] }.ToString());
        Assert.Throws<ArgumentException>(() => new Several { Paths = "-x" }.ToArguments());
    }

    [Fact]
    public void A_hole_renders_one_word_per_value()
    {
        Assert.Equal(["-a"], PrintEach.Words("a"));
        Assert.Equal(["monday", "friday", "-a", "-b"], PrintEach.Words(["a", "b"], [DayOfWeek.Monday, DayOfWeek.Friday]));
    }

    [Fact]
    public async Task A_nullable_one_is_an_error_that_says_what_to_declare()
    {
        var diagnostics = await Analysis.Of(Analysis.Usings + """
            [Command("tool")] public partial class Tool { [Option("--header")] public OneOrMany<string>? Header { get; init; } }
            """);
        Assert.EndsWith("use the same type without '?', which is empty by default", Assert.Single(diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
