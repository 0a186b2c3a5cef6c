using TypedExec.CommandLines.Naming;
using TypedExec.CommandLines.Specifications;

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
    private readonly HashSet<(string, PlannedClass)> _specifications
        = [.. (outer is null ? options : [.. options, .. outer.All]).Select(static option => (option.Specification.Name, option.Origin!))];

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
        PlannedOption[] all = owner.Specification.Subcommands.Count == 0 ? [] : Sharable(owner, passedDown, outer);
        if (all.Length == 0)
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
            && target.Options.Where(Has).SequenceEqual(All, SameProperty.Instance)
            && !GeneratedNames.OfSharedOptions.Any(target.Declares);

    public void Use()
    {
        IsUsed = true;
        Outer?.Use();
    }

    /// <summary>Returns whether a class that derives from it inherits the option.</summary>
    public bool Has(PlannedOption option) => option.Origin is not null && _specifications.Contains((option.Specification.Name, option.Origin));

    private static PlannedOption[] Sharable(PlannedClass owner, IReadOnlyList<PlannedOption> passedDown, SharedOptions? outer)
    {
        // The marker comes after the class's own options, wherever the others are written. What the outer class doesn't share
        // isn't shared here either.
        var options = passedDown.Where(option => option.Specification.Name != "--" && (outer is null || option.Origin == owner || outer.Has(option))).ToArray();
        var replacements = new Replacements(owner.Specification);
        return [.. options.Where(option => (outer is not null && option.Origin != owner) || !replacements.AreFrequent(option.Specification, options.Length))];
    }

    private static string NameIn(PlannedClass owner)
    {
        var name = GeneratedNames.SharedOptions;
        while (owner.Name == name || owner.Declares(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>
    /// Counts the subcommands that declare the option themselves, or use its name for something else. They can't inherit any option,
    /// so one that many of them replace is better not shared.
    /// </summary>
    private sealed class Replacements
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
        private int _subcommands;

        public Replacements(CommandSpecification command) => Count(command);

        public bool AreFrequent(OptionSpecification option, int shared)
        {
            _counts.TryGetValue(option.Name, out var declared);
            _counts.TryGetValue(PlainName.ForOption(option.Name), out var named);
            var replaced = Math.Min(declared + named, _subcommands);
            return (long)replaced * (shared - 1) > _subcommands - replaced;
        }

        private void Count(CommandSpecification command)
        {
            foreach (var subcommand in command.Subcommands)
            {
                _subcommands++;
                string[] names =
                [
                    .. subcommand.Options.SelectMany(static option => option.Names),
                    .. subcommand.Arguments.Select(static argument => PlainName.ForArgument(argument.Name)),
                    .. subcommand.Subcommands.Select(static inner => PlainName.ForSubcommand(inner.Name)),
                ];
                foreach (var name in names.Distinct(StringComparer.Ordinal))
                {
                    _counts.TryGetValue(name, out var count);
                    _counts[name] = count + 1;
                }

                Count(subcommand);
            }
        }
    }

    private sealed class SameProperty : IEqualityComparer<PlannedOption>
    {
        public static readonly SameProperty Instance = new();

        public bool Equals(PlannedOption? x, PlannedOption? y)
            => ReferenceEquals(x!.Specification, y!.Specification) && x.Origin == y.Origin && x.Name == y.Name && x.Field == y.Field;

        public int GetHashCode(PlannedOption option) => StringComparer.Ordinal.GetHashCode(option.Name);
    }
}
