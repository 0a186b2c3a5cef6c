using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace TypedExec.Tests.Architecture;

/// <summary>The runtime's folders are a graph without a circle: imports only point downward.</summary>
public sealed class Layers
{
    private const string PlantedRoot = "TypedExec.Tests.Architecture.Planted";

    private static readonly ArchUnitNET.Domain.Architecture s_runtime = new ArchLoader().LoadAssemblies(typeof(ChildProcess).Assembly).Build();
    private static readonly ArchUnitNET.Domain.Architecture s_planted = new ArchLoader().LoadAssemblies(typeof(Layers).Assembly).Build();

    public static IEnumerable<TheoryDataRow<string>> Names => Layer.All.Select(static layer => new TheoryDataRow<string>(layer.Namespaces[0]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_depends_on_none_above_it(string layer)
        => Assert.Empty(Violations(layer, "TypedExec", s_runtime));

    /// <summary>Shows that the rule can fail: a misspelt namespace would pass silently.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void An_arrow_back_that_is_planted_is_found(string layer)
        => Assert.NotEmpty(Violations(layer, PlantedRoot, s_planted));

    [Fact]
    public void Every_folder_has_its_layer()
    {
        var namespaces = s_runtime.Types
            .Select(static type => type.Namespace.FullName)
            .Where(static name => name.StartsWith("TypedExec.", StringComparison.Ordinal))
            .Select(static name => name.Split('.')[1])
            .Distinct();

        Assert.Empty(namespaces.Except([.. Layer.All.SelectMany(static layer => layer.Namespaces), "Generated"]));
    }

    private static IEnumerable<string> Violations(string layer, string root, ArchUnitNET.Domain.Architecture architecture)
    {
        var index = Array.FindIndex(Layer.All, one => one.Namespaces[0] == layer);
        // ArchUnitNET keeps the answer to a predicate by its description, so each has one of its own.
        var above = Types().That().FollowCustomPredicate(type => Layer.IndexOf(type.FullName, root) > index, $"are above {layer} of {root}");
        IArchRule rule = Types().That()
            .FollowCustomPredicate(type => Layer.IndexOf(type.FullName, root) == index, $"are in {layer} of {root}")
            .Should().NotDependOnAny(above);
        return rule.Evaluate(architecture).Where(static result => !result.Passed).Select(static result => result.Description);
    }
}
