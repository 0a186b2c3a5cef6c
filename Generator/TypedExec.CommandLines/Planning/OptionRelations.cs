using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Planning;

/// <summary>
/// Determines which options of a class exclude or require each other. Names that no option of the class has are ignored. A
/// persistent option may be set in the class or, through <c>Parent</c>, in an outer one.
/// </summary>
internal static class OptionRelations
{
    public static void Find(PlannedClass target)
    {
        if (target.IsStatic || !HasRelations(target))
        {
            return;
        }

        var uses = OptionReferences.Find(target);
        var seen = new HashSet<(string, string)>();
        foreach (var option in target.Specification.Options.Concat(target.Options.Where(static option => option.Origin is not null).Select(static option => option.Specification)))
        {
            if (uses.TryGetValue(option.Name, out var use))
            {
                Add(target, use, option.ExclusiveOn, option.DependsOn, uses, seen);
            }
        }

        foreach (var own in target.Declared?.Options ?? default)
        {
            if (own.Property.Details is { } rules && uses.TryGetValue(own.Name, out var use))
            {
                Add(target, use, rules.ExclusiveOn, rules.DependsOn, uses, seen);
            }
        }

        // An outer command can't know what the options that it passes down require or exclude: they may be set here.
        foreach (var (outer, path) in OptionReferences.Outer(target))
        {
            var outerUses = outer.ReferencesThrough(path).All;
            foreach (var option in outer.LocalRelations)
            {
                if (outerUses.TryGetValue(option.Name, out var use))
                {
                    Add(target, use, option.ExclusiveOn, option.DependsOn, uses, seen, outerUses);
                }
            }
        }
    }

    private static bool HasRelations(PlannedClass target)
        => target.Specification.Options.Any(static option => option.HasRelations)
            || target.Options.Any(static option => option.Specification.HasRelations)
            || (target.Declared?.Options ?? default).Any(static own => own.Property.Details is { HasRelations: true })
            || OptionReferences.Outer(target).Any(static outer => outer.Outer.LocalRelations.Length > 0);

    private static void Add(
        PlannedClass target,
        OptionReference use,
        EquatableArray<string> exclusiveOn,
        EquatableArray<string> dependsOn,
        Dictionary<string, OptionReference> uses,
        HashSet<(string, string)> seen,
        Dictionary<string, OptionReference>? outer = null)
    {
        foreach (var name in exclusiveOn)
        {
            if (Other(name) is { } other && seen.Add((use.Property, other.Property)) && seen.Add((other.Property, use.Property)))
            {
                target.Exclusive.Add(new OptionPair(use, other));
            }
        }

        foreach (var name in dependsOn)
        {
            if (Other(name) is { } other && new OptionPair(use, other) is var pair && !target.Dependent.Contains(pair))
            {
                target.Dependent.Add(pair);
            }
        }

        // The pairs of an outer option that the outer command can't check by itself.
        OptionReference? Other(string name)
            => uses.TryGetValue(name, out var other) && other != use && (outer is null || (outer.TryGetValue(name, out var there) && there.IsPassedDown && there != use))
                ? other
                : null;
    }
}
