using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Sources;

/// <summary>
/// Merges what two sources have about one command. The first one takes precedence; the second adds what is missing. Options
/// with a common name are the same option.
/// </summary>
internal static class SourceMerge
{
    /// <summary>Records the source of each option of a page.</summary>
    public static HelpPage From(HelpPage page, string source)
        => page with { Options = [.. page.Options.Select(option => option with { Sources = [source] })] };

    public static HelpPage Merge(HelpPage first, HelpPage second, string source)
    {
        var options = first.Options.ToList();
        var differences = new List<string>(first.Differences);
        foreach (var option in second.Options)
        {
            var index = options.FindIndex(other => other.Names.Any(option.IsNamed));
            if (index < 0)
            {
                options.Add(option with { Sources = [source] });
                continue;
            }

            if (Difference(options[index], option, source) is { } difference)
            {
                differences.Add(difference);
            }

            var others = options.Where((_, i) => i != index).SelectMany(other => other.Names).ToHashSet(StringComparer.Ordinal);
            options[index] = Merge(options[index], option, others, source);
        }

        var known = options.SelectMany(option => option.Names).ToHashSet(StringComparer.Ordinal);
        return first with
        {
            Description = first.Description.Length > 0 ? first.Description : second.Description,
            Options = options,
            Arguments = first.Arguments.Count > 0 ? first.Arguments : second.Arguments,
            Rest = first.Rest.Count > 0 ? first.Rest : second.Rest,
            Unread = [.. first.Unread.Concat(second.Unread).Where(line => !Names(line).All(known.Contains) || !Names(line).Any())],
            Mentioned = [.. first.Mentioned.Concat(second.Mentioned).Where(mention => !known.Contains(mention.Name)).DistinctBy(mention => mention.Name)],
            OtherPages = [.. first.OtherPages.Union(second.OtherPages)],
            Differences = differences,
        };
    }

    private static HelpOption Merge(HelpOption first, HelpOption second, HashSet<string> others, string source)
    {
        // A help text often omits the value, but a manual page's tag contains only names and values.
        var takesValues = first.Values.Count == 0 && second.Values.Count > 0 && !IsSwitch(second) && (source == SourceNames.Manual || first.Description.Length == 0);
        var (values, separator) = takesValues ? (second.Values, second.Separator) : (Describe(first.Values, second.Values), first.Separator);
        return first with
        {
            Names = [.. first.Names.Concat(second.Names.Where(name => !others.Contains(name))).Distinct(StringComparer.Ordinal)],
            Description = first.Description.Length > 0 ? first.Description : second.Description,
            Values = values,
            Separator = separator,
            IsRepeatable = first.IsRepeatable || second.IsRepeatable,
            IsSingle = !first.IsRepeatable && !second.IsRepeatable && (first.IsSingle || second.IsSingle),
            IsPersistent = first.IsPersistent || second.IsPersistent,
            IsRequired = first.IsRequired && second.IsRequired,
            ExclusiveOn = [.. first.ExclusiveOn.Union(second.ExclusiveOn).Except(first.Names)],
            Sources = [.. first.Sources, source],
        };
    }

    private static IReadOnlyList<HelpValue> Describe(IReadOnlyList<HelpValue> first, IReadOnlyList<HelpValue> second)
        => [.. first.Select((value, i) => i >= second.Count
            ? value
            : value with
            {
                Name = value.Name ?? second[i].Name,
                Suggestions = value.Suggestions.Count > 0 ? value.Suggestions : second[i].Suggestions,
                Type = value.Type == HelpValueType.Text ? second[i].Type : value.Type,
            })];

    private static string? Difference(HelpOption first, HelpOption second, string source)
        => first.Description.Length > 0 && second.Description.Length > 0 && first.Values.Count > 0 != second.Values.Count > 0 && !IsSwitch(first) && !IsSwitch(second)
            ? $"{first.Names[^1]} takes {(first.Values.Count > 0 ? "a value" : "none")} in {string.Join(", ", first.Sources)}, and {(second.Values.Count > 0 ? "one" : "none")} in {source}"
            : null;

    /// <summary>Whether the value only turns a flag on or off: <c>--rm=true|false</c>.</summary>
    private static bool IsSwitch(HelpOption option) => option.Values is [{ Suggestions: ["true", "false"] }];

    /// <summary>The options in a line that wasn't understood.</summary>
    private static IEnumerable<string> Names(HelpLine line)
        => OptionNames.In(line.Text);
}
