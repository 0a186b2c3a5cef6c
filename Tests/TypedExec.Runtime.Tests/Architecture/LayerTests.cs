using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace TypedExec.Tests.Architecture;

/// <summary>The runtime's folders are an acyclic graph: dependencies only point downward.</summary>
public sealed class LayerTests
{
    private const string PlantedRoot = "TypedExec.Tests.Architecture.Planted";

    private static readonly ArchUnitNET.Domain.Architecture Runtime = new ArchLoader().LoadAssemblies(typeof(ChildProcess).Assembly).Build();
    private static readonly ArchUnitNET.Domain.Architecture Planted = new ArchLoader().LoadAssemblies(typeof(LayerTests).Assembly).Build();

    public static IEnumerable<TheoryDataRow<string>> Names => Layer.All.Select(static layer => new TheoryDataRow<string>(layer.Namespaces[0]));

    public static IEnumerable<TheoryDataRow<string>> Backends => [.. Layer.Backends.Append(Layer.SharedByBackends).Select(static folder => new TheoryDataRow<string>(folder))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_does_not_depend_on_a_higher_one(string layer)
        => Assert.Empty(Violations(layer, "TypedExec", Runtime));

    /// <summary>Shows that the rule can fail: a misspelled namespace would pass silently.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_planted_backward_reference_is_found(string layer)
        => Assert.NotEmpty(Violations(layer, PlantedRoot, Planted));

    [Fact]
    public void Every_folder_has_its_layer()
    {
        var namespaces = Runtime.Types
            .Select(static type => type.Namespace.FullName)
            .Where(static name => name.StartsWith("TypedExec.", StringComparison.Ordinal))
            .Select(static name => name.Split('.')[1])
            .Distinct();

        Assert.Empty(namespaces.Except([.. Layer.All.SelectMany(static layer => layer.Namespaces), "Generated"]));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_backend_depends_on_no_other(string backend)
        => Assert.Empty(Crossings(backend, "TypedExec", Runtime));

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_planted_reference_to_another_backend_is_found(string backend)
        => Assert.NotEmpty(Crossings(backend, PlantedRoot, Planted));

    /// <summary>What a backend uses of the others, and what the streams that two of them share use of any.</summary>
    private static IEnumerable<string> Crossings(string folder, string root, ArchUnitNET.Domain.Architecture architecture)
    {
        var others = Types().That().FollowCustomPredicate(
            type => Layer.Backends.Any(other => other != folder && Layer.IsOfBackend(type.FullName, root, other)), $"are of another backend than {folder} of {root}");
        IArchRule rule = Types().That()
            .FollowCustomPredicate(type => Layer.IsOfBackend(type.FullName, root, folder), $"are of {folder} of {root}")
            .Should().NotDependOnAny(others);
        return rule.Evaluate(architecture).Where(static result => !result.Passed).Select(static result => result.Description);
    }

    private static IEnumerable<string> Violations(string layer, string root, ArchUnitNET.Domain.Architecture architecture)
    {
        var index = Array.FindIndex(Layer.All, one => one.Namespaces[0] == layer);
        // ArchUnitNET caches the result of a predicate by its description, so each has its own.
        var above = Types().That().FollowCustomPredicate(type => Layer.IndexOf(type.FullName, root) > index, $"are above {layer} of {root}");
        IArchRule rule = Types().That()
            .FollowCustomPredicate(type => Layer.IndexOf(type.FullName, root) == index, $"are in {layer} of {root}")
            .Should().NotDependOnAny(above);
        return rule.Evaluate(architecture).Where(static result => !result.Passed).Select(static result => result.Description);
    }
}
