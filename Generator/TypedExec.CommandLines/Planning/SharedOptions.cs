using TypedExec.CommandLines.Naming;

namespace TypedExec.CommandLines.Planning;

/// <summary>
/// The persistent options that a class passes down, as a base class of its subcommands. Written once, they cost the same for two
/// subcommands as for two thousand.
/// </summary>
/// <param name="owner">The class that the base class is nested in.</param>
/// <param name="name">The name of the base class.</param>
/// <param name="outer">The base class of the outer class's subcommands. This one inherits the outer options from it.</param>
/// <param name="options">The options that this one adds.</param>
internal sealed class SharedOptions(PlannedClass owner, string name, SharedOptions? outer, IReadOnlyList<PlannedOption> options)
{
    public string Name { get; } = name;

    public string TypeReference { get; } = owner.TypeReference + "." + name;

    public PlannedClass Owner { get; } = owner;

    public SharedOptions? Outer { get; } = outer;

    /// <summary>Gets the options that this base class adds to those of the outer one.</summary>
    public IReadOnlyList<PlannedOption> Options { get; } = options;

    /// <summary>Gets all options in the order of the command line.</summary>
    public IReadOnlyList<PlannedOption> All { get; } = outer is null ? options : [.. options, .. outer.All];

    /// <summary>Gets whether a class derives from it.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Returns the base class for the subcommands of a class, or null if there is nothing to share.</summary>
    /// <param name="owner">The class.</param>
    /// <param name="passedDown">The options that it passes down, its own first.</param>
    /// <param name="outer">The base class for the class itself and the other subcommands of the outer class.</param>
    public static SharedOptions? Find(PlannedClass owner, IReadOnlyList<PlannedOption> passedDown, SharedOptions? outer)
    {
        PlannedOption[] all = [.. passedDown.Where(IsSharable)];
        if (all.Length == 0 || owner.Specification.Subcommands.Count == 0)
        {
            return null;
        }

        var names = MemberNames.Assign("", [], [.. all.Select(static option => option.Specification.Name)], [], new HashSet<string>(), new HashSet<string>()).Options;
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = all[i] with { Name = names[i], Field = "_" + names[i] };
        }

        var added = all.Length - (outer?.All.Count ?? 0);
        if (outer is null || added < 0 || !outer.All.SequenceEqual(all.Skip(added), SameProperty.Instance))
        {
            return new SharedOptions(owner, NameIn(owner), null, all);
        }

        return added == 0 ? outer : new SharedOptions(owner, NameIn(owner), outer, [.. all.Take(added)]);
    }

    /// <summary>Returns whether the class can inherit all these options, under the names and fields that it would give them.</summary>
    public bool IsBaseOf(PlannedClass target)
        => target.Inherits
            && target.Options.Where(static option => option.Origin is not null && IsSharable(option)).SequenceEqual(All, SameProperty.Instance)
            && !GeneratedNames.OfSharedOptions.Any(target.Declares);

    public void Use()
    {
        IsUsed = true;
        Outer?.Use();
    }

    // The marker comes after the class's own options, wherever the others are written.
    public static bool IsSharable(PlannedOption option) => option.Specification.Name != "--";

    private static string NameIn(PlannedClass owner)
    {
        var name = GeneratedNames.SharedOptions;
        while (owner.Name == name || owner.Declares(name))
        {
            name += "_";
        }

        return name;
    }

    private sealed class SameProperty : IEqualityComparer<PlannedOption>
    {
        public static readonly SameProperty Instance = new();

        public bool Equals(PlannedOption? x, PlannedOption? y)
            => ReferenceEquals(x!.Specification, y!.Specification) && x.Origin == y.Origin && x.Name == y.Name && x.Field == y.Field;

        public int GetHashCode(PlannedOption option) => StringComparer.Ordinal.GetHashCode(option.Name);
    }
}
