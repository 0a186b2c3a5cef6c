using System.Text;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Reading;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>A file that is designed to exhaust the compiler is rejected, with a reason.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void Endless_subcommands_are_rejected() => AssertRefused(
        string.Concat(Enumerable.Repeat("""{ "name": "a", "subcommands": [""", 20)) + string.Concat(Enumerable.Repeat("] }", 20)));

    [Fact]
    public void Too_many_subcommands_are_rejected()
        => AssertRefused("""{ "subcommands": [""" + string.Join(",", Enumerable.Range(0, 11_000).Select(static number => $$"""{ "name": "c{{number}}" }""")) + "] }");

    [Fact]
    public void Too_many_options_are_rejected()
        => AssertRefused("""{ "options": [""" + string.Join(",", Enumerable.Range(0, 51_000).Select(static number => $$"""{ "name": "--o{{number}}" }""")) + "] }");

    [Fact]
    public void Persistent_options_count_for_every_subcommand() => AssertRefused(
        """{ "options": [""" + string.Join(",", Enumerable.Range(0, 1_000).Select(static number => $$"""{ "name": "--o{{number}}", "isPersistent": true }"""))
        + """], "subcommands": [""" + string.Join(",", Enumerable.Range(0, 1_000).Select(static number => $$"""{ "name": "c{{number}}" }""")) + "] }");

    [Fact]
    public void References_between_options_count_too()
    {
        var names = string.Join(",", Enumerable.Range(0, 180).Select(static number => $"\"--o{number}\""));
        AssertRefused("""{ "options": [""" + string.Join(",", Enumerable.Range(0, 400).Select(number => $$"""{ "name": "--o{{number}}", "exclusiveOn": [{{names}}] }""")) + "] }");
    }

    [Fact]
    public void A_file_that_is_too_long_is_rejected() => AssertRefused(new string(' ', 9_000_000) + "{}");

    [Fact]
    public void Too_many_values_are_rejected() => AssertRefused("[" + string.Join(",", Enumerable.Repeat("1", 1_100_000)) + "]");

    [Fact]
    public void An_enormous_name_is_omitted()
    {
        var reading = SpecificationReader.Read(
            $$"""{ "options": [{ "name": "--{{new string('a', 100_000)}}" }, { "name": "--good" }] }""", TestContext.Current.CancellationToken);
        Assert.Equal(MistakeKind.Limit, Assert.Single(reading.Mistakes).Kind);
        Assert.Equal("--good", Assert.Single(reading.Command!.Options).Name);
    }

    [Fact]
    public void An_enormous_description_is_truncated()
    {
        var text = new StringBuilder().Insert(0, "😀 ", 100_000);
        var reading = SpecificationReader.Read($$"""{ "description": "{{text}}" }""", TestContext.Current.CancellationToken);
        Assert.Empty(reading.Mistakes);
        Assert.InRange(reading.Command!.Description!.Length, 1_900, 2_001);
        Generation.Compile($$"""{ "description": "{{text}}", "options": [{ "name": "-x", "description": "{{text}}" }] }""");
    }

    [Fact]
    public void The_number_of_reported_mistakes_is_limited()
    {
        var text = """{ "options": [""" + string.Join(",", Enumerable.Repeat("1", 1_000)) + "] }";
        Assert.Equal(20, SpecificationReader.Read(text, TestContext.Current.CancellationToken).Mistakes.Count);
    }

    [Fact]
    public void A_specification_at_the_limits_is_generated()
    {
        var deep = string.Concat(Enumerable.Repeat("""{ "name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "subcommands": [""", 12))
            + string.Concat(Enumerable.Repeat("] }", 12));
        Generation.Compile($$"""{ "subcommands": [{{deep}}] }""");
        var wide = string.Join(",", Enumerable.Range(0, 2_000).Select(static number => $$"""{ "name": "--{{new string('日', 90)}}{{number}}", "args": {} }"""));
        Generation.Compile($$"""{ "options": [{{wide}}] }""");
    }

    private static void AssertRefused(string text)
    {
        var reading = SpecificationReader.Read(text, TestContext.Current.CancellationToken);
        Assert.Null(reading.Command);
        Assert.Equal(MistakeKind.Limit, Assert.Single(reading.Mistakes).Kind);
    }
}
