using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace TypedExec.Generator.Tests.Architecture;

/// <summary>The generator's folders are an acyclic graph: attribute, model, text, and no dependency back.</summary>
public sealed class LayerTests
{
    private const string PlantedRoot = "TypedExec.Generator.Tests.Architecture.Planted";

    private static readonly ArchUnitNET.Domain.Architecture Generator
        = new ArchLoader().LoadAssemblies(typeof(CommandGenerator).Assembly, typeof(CommandLines.Model.CommandModel).Assembly).Build();

    private static readonly ArchUnitNET.Domain.Architecture Planted = new ArchLoader().LoadAssemblies(typeof(LayerTests).Assembly).Build();

    public static TheoryData<string> Names => [.. Layer.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_folder_uses_only_folders_below_it(string folder) => Assert.Empty(Violations(folder, "TypedExec", Generator));

    /// <summary>Shows that the rule can fail: a misspelled namespace would pass silently.</summary>
    [Fact]
    public void A_planted_backward_reference_is_found()
    {
        Assert.NotEmpty(Violations("CommandLines.Model", PlantedRoot, Planted));
        Assert.NotEmpty(Violations("Generator.Parsing", PlantedRoot, Planted));
        Assert.Empty(Violations("Generator.Analyzers", PlantedRoot, Planted));
    }

    [Fact]
    public void Every_folder_has_its_layer()
    {
        var names = Generator.Types
            .Select(static type => type.Namespace.FullName)
            .Where(static name => name.StartsWith("TypedExec.", StringComparison.Ordinal) && !name.EndsWith(".Polyfills", StringComparison.Ordinal))
            .Select(static name => name["TypedExec.".Length..])
            .Distinct();

        Assert.All(names, static name => Assert.True(HasLayer(name), name));
    }

    private static bool HasLayer(string name)
        => name == "Generator"
            || Layer.Names.Any(folder => folder != "Generator" && (name == folder || name.StartsWith(folder + ".", StringComparison.Ordinal)));

    private static IEnumerable<string> Violations(string folder, string root, ArchUnitNET.Domain.Architecture architecture)
    {
        // ArchUnitNET caches the result of a predicate by its description, so each has its own.
        var others = Types().That().FollowCustomPredicate(
            type => Layer.FolderOf(type.FullName, root) is { } to && !Layer.MayUse(folder, to), $"are not for {folder} of {root}");
        IArchRule rule = Types().That()
            .FollowCustomPredicate(type => Layer.FolderOf(type.FullName, root) == folder, $"are in {folder} of {root}")
            .Should().NotDependOnAny(others).WithoutRequiringPositiveResults();
        return rule.Evaluate(architecture).Where(static result => !result.Passed).Select(static result => result.Description);
    }
}
