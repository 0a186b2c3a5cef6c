using TypedExec.Generator.Model;

namespace TypedExec.Generator.Specifications.Planning;

/// <summary>Which options of a class bar or need each other. Names that no option of the class has say nothing.</summary>
internal static class OptionRelations
{
    public static void Find(PlannedClass target)
    {
        if (target.IsStatic || !target.Options.Any(static option => option.Specification.ExclusiveOn.Count + option.Specification.DependsOn.Count > 0)
            && !target.Specification.Options.Any(static option => option.ExclusiveOn.Count + option.DependsOn.Count > 0))
        {
            return;
        }

        var uses = Uses(target);
        var seen = new HashSet<(string, string)>();
        foreach (var option in target.Specification.Options.Concat(target.Options.Where(static option => option.Origin is not null).Select(static option => option.Specification)))
        {
            if (!uses.TryGetValue(option.Name, out var use))
            {
                continue;
            }

            foreach (var name in option.ExclusiveOn)
            {
                if (uses.TryGetValue(name, out var other) && other != use && seen.Add((use.Property, other.Property)) && seen.Add((other.Property, use.Property)))
                {
                    target.Exclusive.Add(new OptionPair(use, other));
                }
            }

            foreach (var name in option.DependsOn)
            {
                if (uses.TryGetValue(name, out var other) && other != use)
                {
                    target.Dependent.Add(new OptionPair(use, other));
                }
            }
        }
    }

    /// <summary>Every spelling with its option, the class's own before those it takes over.</summary>
    private static Dictionary<string, OptionUse> Uses(PlannedClass target)
    {
        var uses = new Dictionary<string, OptionUse>(StringComparer.Ordinal);
        foreach (var option in target.Options)
        {
            var use = new OptionUse(option.Name, option.Specification.Name, Condition(option));
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
            if (Condition(own.Property) is not { } condition)
            {
                continue;
            }

            var use = new OptionUse(own.Property.Name, own.Property.Spelling, condition);
            uses[own.Name] = use;
            uses[own.Short ?? own.Name] = use;
            foreach (var option in target.Specification.Options)
            {
                if (option.Names.Contains(own.Name) || (own.Short is not null && option.Names.Contains(own.Short)))
                {
                    foreach (var name in option.Names)
                    {
                        uses[name] = use;
                    }
                }
            }
        }

        return uses;
    }

    private static string Condition(PlannedOption option) => option.Shape switch
    {
        OptionShape.Flag => $"this.{option.Field}",
        OptionShape.Count => $"this.{option.Field} > 0",
        OptionShape.OptionalValue => $"this.{option.Field}.IsSet",
        OptionShape.Value or OptionShape.NegatableFlag => $"this.{option.Field} is not null",
        _ => $"this.{option.Field} is {{ Count: > 0 }}",
    };

    /// <summary>Null when the property always has a value, so that it says nothing.</summary>
    private static string? Condition(PropertyModel property) => property.Shape switch
    {
        PropertyShape.Flag => $"this.{property.Identifier}",
        PropertyShape.NegatableFlag => $"this.{property.Identifier} is not null",
        PropertyShape.ImmutableArray => $"!this.{property.Identifier}.IsDefaultOrEmpty",
        PropertyShape.List => $"this.{property.Identifier} is not null && global::System.Linq.Enumerable.Any(this.{property.Identifier})",
        _ => property.Value.Nullable == ValueNullability.Never ? null : $"this.{property.Identifier} is not null",
    };
}
