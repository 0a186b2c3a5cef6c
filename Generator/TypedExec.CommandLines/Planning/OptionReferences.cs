using TypedExec.CommandLines.Declared;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Planning;

/// <summary>The options of an outer class, as code of its nested classes accesses them.</summary>
/// <param name="all">Every spelling with its option.</param>
internal sealed class ParentReferences(Dictionary<string, OptionReference> all)
{
    /// <summary>Gets every spelling with its option.</summary>
    public Dictionary<string, OptionReference> All { get; } = all;

    /// <summary>Gets the options that subcommands accept too, with all their spellings.</summary>
    public (OptionReference Use, string[] Names)[] PassedDown { get; }
        = [.. all.Where(static use => use.Value.IsPassedDown).GroupBy(static use => use.Value, static use => use.Key).Select(static group => (group.Key, group.ToArray()))];
}

/// <summary>Determines where each spelling of a command line can be set: the C# conditions that it is set.</summary>
internal static class OptionReferences
{
    /// <summary>
    /// Returns every spelling of a class with its option, which is also set if <c>Parent</c> sets it and passes it down.
    /// </summary>
    public static Dictionary<string, OptionReference> Find(PlannedClass target)
    {
        var uses = In(target, "this");
        foreach (var (outer, path) in Outer(target))
        {
            foreach (var (use, names) in outer.ReferencesThrough(path).PassedDown)
            {
                Merge(uses, use, names);
            }
        }

        return uses;
    }

    /// <summary>Returns the classes whose options come before those of the class, and how its code accesses them.</summary>
    public static IEnumerable<(PlannedClass Outer, string Path)> Outer(PlannedClass target)
    {
        var path = "this.Parent";
        for (var inner = target; inner.HasParent; inner = inner.Outer!)
        {
            yield return (inner.Outer!, path);
            path += "?.Parent";
        }
    }

    /// <summary>Returns every spelling of one class, the user's own options before the specification's.</summary>
    /// <param name="target">The class.</param>
    /// <param name="path">How code accesses an instance of it: <c>this</c>, or something that may be null.</param>
    public static Dictionary<string, OptionReference> In(PlannedClass target, string path)
    {
        var uses = new Dictionary<string, OptionReference>(StringComparer.Ordinal);
        foreach (var option in target.Options)
        {
            var isHandedDown = option.Origin is not null || option.Specification.Has(SpecificationTraits.Persistent);
            var use = new OptionReference(Property(path, option.Name), option.Specification.Name, GivenCondition.From(option.Member, path)!, isHandedDown);
            foreach (var name in option.Specification.Names)
            {
                if (!uses.ContainsKey(name))
                {
                    uses.Add(name, use);
                }
            }
        }

        foreach (var own in target.Declared?.Options ?? default)
        {
            if (GivenCondition.From(own.Property, path) is { } condition)
            {
                AddOwn(target, own, new OptionReference(Property(path, own.Property.Name), own.Property.Spelling, condition, false), uses);
            }
        }

        return uses;
    }

    private static void AddOwn(PlannedClass target, UserOption own, OptionReference use, Dictionary<string, OptionReference> uses)
    {
        var names = new List<string> { own.Name, own.Short ?? own.Name };
        foreach (var option in target.Specification.Options)
        {
            if (option.Names.Contains(own.Name) || (own.Short is not null && option.Names.Contains(own.Short)))
            {
                names.AddRange(option.Names);
                use = use with { IsPassedDown = use.IsPassedDown || option.Has(SpecificationTraits.Persistent) };
            }
        }

        foreach (var name in names)
        {
            uses[name] = use;
        }
    }

    private static void Merge(Dictionary<string, OptionReference> uses, OptionReference outer, string[] names)
    {
        var merged = outer;
        if (names.FirstOrDefault(uses.ContainsKey) is { } known)
        {
            var inner = uses[known];
            merged = inner with { Condition = inner.Condition.Or(outer.Condition), IsPassedDown = true };
            foreach (var name in uses.Where(use => use.Value == inner).Select(static use => use.Key).ToArray())
            {
                uses[name] = merged;
            }
        }

        foreach (var name in names)
        {
            if (!uses.ContainsKey(name))
            {
                uses.Add(name, merged);
            }
        }
    }

    // For the user, "this.Parent?.Parent" is "Parent.Parent".
    private static string Property(string path, string name) => path == "this" ? name : path.Substring("this.".Length).Replace("?", "") + "." + name;
}
