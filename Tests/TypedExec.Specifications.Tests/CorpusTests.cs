using System.Reflection;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Reading;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>The real specifications: read without a mistake, and every option and subcommand of them reached.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Corpus, "*.json").Select(static path => Path.GetFileName(path)).Order()];

    internal static string Corpus { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus");

    [Fact]
    public void There_are_25_programs_with_1_099_commands() => Assert.Equal(
        (25, 1_099),
        (Files.Count, Directory.GetFiles(Corpus, "*.json").Sum(static file => Count(Read(file)))));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_real_specification_has_no_mistake(string file)
        => Assert.Empty(SpecificationReader.Read(File.ReadAllText(Path.Combine(Corpus, file)), TestContext.Current.CancellationToken).Mistakes);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_subcommand_has_a_class(string file)
    {
        var program = typeof(Programs.Git).Assembly.GetTypes()
            .Single(type => type.GetCustomAttribute<CommandAttribute>()?.Specification == file);
        AssertClasses(Read(Path.Combine(Corpus, file)), program);
    }

    internal static CommandSpecification Read(string file) => SpecificationReader.Read(File.ReadAllText(file)).Command!;

    private static int Count(CommandSpecification command) => 1 + command.Subcommands.Sum(Count);

    private static void AssertClasses(CommandSpecification command, Type type)
    {
        var classes = type.GetNestedTypes()
            .Where(static nested => nested.GetCustomAttribute<SubcommandAttribute>() is not null)
            .ToDictionary(static nested => nested.GetCustomAttribute<SubcommandAttribute>()!.Path);
        Assert.Equal(command.Subcommands.Count, classes.Count);
        foreach (var subcommand in command.Subcommands)
        {
            AssertClasses(subcommand, classes[subcommand.Name]);
        }
    }
}
