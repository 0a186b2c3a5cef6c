using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>
/// Converts entries to options: an entry with <c>[no-]</c> becomes two options, and several entries of a page for one name, such as
/// <c>--check</c> and <c>--check=quiet</c>, become one.
/// </summary>
internal static class OptionMerge
{
    private static readonly HashSet<string> ListTypes = new(StringComparer.Ordinal)
    {
        "list", "strings", "stringArray", "stringSlice", "stringToString", "ints", "uints", "intSlice", "map", "mapping",
    };

    public static IEnumerable<HelpOption> FromEntry(OptionEntry entry, SpellingRules rules)
    {
        var description = Prose.Join(entry.Description);
        return From(entry.Spelling.Names, description, description, entry.Spelling.IsRepeatable || IsList(entry, rules), entry.Line.Number);
    }

    /// <summary>The options of a manual page's tag. The first paragraph is the description; all of them determine whether it may be repeated.</summary>
    public static IEnumerable<HelpOption> FromTag(IReadOnlyList<SpelledName> names, IReadOnlyList<string> body, bool isRepeatable, int line)
        => From(
            names,
            Prose.Join(body.SkipWhile(text => text.Length == 0).TakeWhile(text => text.Length > 0)),
            Prose.Join(body),
            isRepeatable || names.Any(name => name.Values.Any(value => value.Name == DefaultValue.List)),
            line);

    private static IEnumerable<HelpOption> From(IReadOnlyList<SpelledName> names, string description, string text, bool isRepeatable, int line)
    {
        var option = FromNames(names) with
        {
            Description = description,
            IsRepeatable = isRepeatable || (Prose.SaysRepeatable(text) && !Prose.SaysSingle(text)),
            IsSingle = !isRepeatable && Prose.SaysSingle(text),
            Line = line,
        };
        option = option with { Values = [.. option.Values.Select(value => value.Name == DefaultValue.List ? value with { Name = null } : value)] };

        return WithSuggestions(option) is var whole && names.Any(name => name.Negatable)
            ? Negated(whole, [.. names.Where(name => name.Negatable).Select(name => "--no-" + name.Text[2..])])
            : [whole];
    }

    /// <summary>The option for spellings with the same meaning. The long form determines how a value is passed.</summary>
    public static HelpOption FromNames(IReadOnlyList<SpelledName> names)
    {
        var withValue = names.Where(name => name.Values.Count > 0).ToList();
        var leading = withValue.LastOrDefault(name => name.Text.StartsWith("--", StringComparison.Ordinal)) ?? withValue.LastOrDefault();
        var values = leading?.Values ?? [];

        // "-c, --check, --check=first": the same name without a value.
        if (leading is not null && names.Any(name => name.Text == leading.Text && name.Values.Count == 0))
        {
            values = [.. values.Select(value => value with { IsOptional = true })];
        }

        // "--check=quiet, --check=silent": two values of one option.
        var same = withValue.Where(name => name.Text == leading!.Text).ToList();
        var literals = same.SelectMany(name => name.Values).Where(IsLiteral).Select(value => value.Name!).ToList();
        if (same.Count > 1 && literals.Count > 1)
        {
            values = [.. values.Select(value => value with { Name = null, Suggestions = literals })];
        }

        return new HelpOption
        {
            Names = [.. names.Select(name => name.Text).Distinct()],
            Values = values,

            // An optional value after a space could also be the next argument.
            Separator = leading?.Separator ?? (leading is { Text: ['-', '-', ..], Values: [{ IsOptional: true }] } ? "=" : null),
        };
    }

    public static IEnumerable<HelpOption> Negated(HelpOption option, IReadOnlyList<string> opposites)
    {
        yield return option with { ExclusiveOn = [.. option.ExclusiveOn, .. opposites] };
        yield return new HelpOption
        {
            Names = opposites,
            Description = $"The opposite of {option.Names[^1]}",
            ExclusiveOn = option.Names,
            Line = option.Line,
        };
    }

    public static IReadOnlyList<HelpOption> Merge(IEnumerable<HelpOption> options)
    {
        var merged = new List<HelpOption>();
        foreach (var option in options)
        {
            var index = merged.FindIndex(other => other.Names.Any(option.IsNamed));
            if (index < 0)
            {
                merged.Add(option);
                continue;
            }

            merged[index] = WithMore(merged[index], option) with { IsRepeatable = merged[index].IsRepeatable || option.IsRepeatable };
            if (Remaining(option, merged) is { Count: > 0 } names)
            {
                // If "-C" has "--check" as an alias, as in "-C, --check=quiet", it means one value of that option.
                merged.Add(option with { Names = names, Values = [], Separator = null, ExclusiveOn = [] });
            }
        }

        return [.. merged.Select(option => option with { ExclusiveOn = [.. option.ExclusiveOn.Except(option.Names)] })];
    }

    private static IReadOnlyList<string> Remaining(HelpOption option, List<HelpOption> merged)
        => [.. option.Names.Where(name => !merged.Any(other => other.IsNamed(name)))];

    /// <summary>Adds what a second entry for an option shows: whether it has a value, and which.</summary>
    private static HelpOption WithMore(HelpOption option, HelpOption other)
    {
        if (other.Values is not [var mentioned, ..])
        {
            return option with { Values = [.. option.Values.Select(value => value with { IsOptional = value.IsOptional || (other.Names.Count == 1 && option.Separator is not null) })] };
        }

        if (option.Values is not [var value, ..])
        {
            return option with { Values = [mentioned with { IsOptional = true }], Separator = other.Separator };
        }

        return option with
        {
            Values = [value with { Suggestions = [.. Literals(value).Union(Literals(mentioned))], Name = IsLiteral(value) ? null : value.Name }],
            Separator = option.Separator ?? other.Separator,
        };
    }

    private static IEnumerable<string> Literals(HelpValue value)
        => value.Suggestions.Count > 0 || !IsLiteral(value) ? value.Suggestions : [value.Name!];

    /// <summary>Whether the value's name is actually a literal value: a lowercase word without brackets.</summary>
    private static bool IsLiteral(HelpValue value)
        => value is { IsBare: true, Name: { Length: > 0 } name } && value.Suggestions.Count == 0 && name.All(c => char.IsAsciiLetterLower(c) || c == '-');

    private static HelpOption WithSuggestions(HelpOption option)
        => option.Values is [{ Suggestions.Count: 0 } value, ..] && Prose.PossibleValues(option.Description) is { Count: > 0 } values
            ? option with { Values = [value with { Suggestions = values }, .. option.Values.Skip(1)] }
            : option;

    private static bool IsList(OptionEntry entry, SpellingRules rules)
        => entry.Spelling.Names.Any(name => name.Values is [{ Name: { } type }] && name.Separator is null && ListTypes.Contains(type))
            || (rules.DefaultsBehindEquals && DefaultValue.IsList(entry.Line.Text[..entry.Spelling.End]));
}
