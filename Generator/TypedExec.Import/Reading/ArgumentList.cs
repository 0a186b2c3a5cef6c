using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Reads a list of arguments and adds its descriptions to the arguments in the usage.</summary>
internal static class ArgumentList
{
    /// <summary>The usage's arguments with the list's descriptions, or the list's arguments if the usage has none.</summary>
    public static IReadOnlyList<HelpValue> Describe(IReadOnlyList<HelpValue> usage, IEnumerable<HelpLine> lines, SpellingRules rules)
    {
        var listed = Read(lines, rules);
        return usage.Count == 0
            ? listed
            : [.. usage.Select(argument => Find(listed, argument) is { } found
                ? argument with
                {
                    Description = found.Description,
                    IsVariadic = argument.IsVariadic || found.IsVariadic,
                    Suggestions = argument.Suggestions.Count > 0 ? argument.Suggestions : found.Suggestions,
                }
                : argument)];
    }

    private static IReadOnlyList<HelpValue> Read(IEnumerable<HelpLine> lines, SpellingRules rules)
    {
        var (all, indent, column) = TwoColumnList.Of(lines);
        var arguments = new List<HelpValue>();
        foreach (var line in all)
        {
            if (line.Indent > indent && arguments.Count > 0)
            {
                arguments[^1] = arguments[^1] with { Description = Prose.Join([arguments[^1].Description ?? "", line.Text]) };
                continue;
            }

            var (left, right) = Columns.Split(line, column) ?? (line.Text, "");
            arguments.Add(Placeholder.Read(left, rules) with { Description = right.Length > 0 ? right : null });
        }

        return [.. arguments.Select(argument => argument with
        {
            Suggestions = argument.Suggestions.Count > 0 ? argument.Suggestions : Prose.PossibleValues(argument.Description ?? ""),
        })];
    }

    private static HelpValue? Find(IReadOnlyList<HelpValue> listed, HelpValue argument)
        => listed.FirstOrDefault(other => string.Equals(other.Name, argument.Name, StringComparison.OrdinalIgnoreCase) && other.Suggestions.SequenceEqual(argument.Suggestions));
}
