using TypedExec.Import.Help;
using TypedExec.Import.Running;

namespace TypedExec.Import.Checking;

/// <summary>Compares wrappers with the installed programs.</summary>
/// <param name="import">Reads a program, given its name and the words of one subcommand.</param>
/// <param name="ignored">Options that are accepted although no help page lists them: <c>--name</c>, or <c>program:--name</c>.</param>
internal sealed class WrapperCheck(Func<string, IReadOnlyList<string>, CancellationToken, Task<WalkedCommand>> import, IReadOnlySet<string> ignored)
{
    private readonly Dictionary<string, (WalkedCommand? Root, string Problem)> _programs = new(StringComparer.Ordinal);

    /// <summary>Notes about what couldn't be compared.</summary>
    public List<string> Notes { get; } = [];

    public async Task<IReadOnlyList<Finding>> RunAsync(IReadOnlyList<Wrapper> wrappers, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wrapper in wrappers)
        {
            var (root, problem) = await ReadAsync(wrapper.Program, wrapper.Path, cancellationToken);
            if (root is null)
            {
                if (missing.Add(wrapper.Program))
                {
                    findings.Add(new Finding(CheckRule.ProgramMissing, problem, wrapper.Location));
                }

                continue;
            }

            findings.AddRange(await CheckAsync(wrapper, root, cancellationToken));
        }

        return [.. findings.OrderBy(finding => finding.Location.Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.StartLinePosition)];
    }

    private async Task<IReadOnlyList<Finding>> CheckAsync(Wrapper wrapper, WalkedCommand root, CancellationToken cancellationToken)
    {
        if (KnownCommand.Find(root, wrapper.Path) is { HasContent: true } known)
        {
            return [.. wrapper.Options.SelectMany(option => Check(wrapper, option, known))];
        }

        // The words of a template may be arguments: "git log main" is "git log".
        if (wrapper is { IsTemplate: true, Path.Count: > 0 })
        {
            var shorter = wrapper with { Path = [.. wrapper.Path.SkipLast(1)] };
            var (above, _) = await ReadAsync(shorter.Program, shorter.Path, cancellationToken);
            return above is null ? [] : await CheckAsync(shorter, above, cancellationToken);
        }

        var parent = KnownCommand.Find(root, [.. wrapper.Path.SkipLast(1)]);
        if (wrapper.Path is [.., var word] && parent?.Subcommands.ToList() is { Count: > 0 } commands && !commands.Contains(word))
        {
            var nearest = NearestName.Find(word, commands);
            return [new Finding(CheckRule.SubcommandGone, $"{wrapper.Title[..^(word.Length + 1)]} has no subcommand '{word}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")}", wrapper.Location)];
        }

        Notes.Add($"{wrapper.Title} wasn't checked: neither its help nor a manual page lists options");
        return [];
    }

    private IEnumerable<Finding> Check(Wrapper wrapper, WrappedOption option, KnownCommand known)
    {
        if (ignored.Contains(option.Name) || ignored.Contains($"{wrapper.Program}:{option.Name}"))
        {
            yield break;
        }

        if (known.Option(option.Name) is not { } found)
        {
            if (!known.Mentions(option.Name))
            {
                yield return known.OuterWith(option.Name) is { } outer
                    ? new Finding(CheckRule.OptionGone, $"{wrapper.Title} has no option '{option.Name}'; it is an option of '{outer}'", option.Location)
                    : NearestName.Find(option.Name, known.Names) is { } nearest
                    ? new Finding(CheckRule.OptionMisspelled, $"{wrapper.Title} has no option '{option.Name}'; did you mean '{nearest}'?", option.Location)
                    : new Finding(CheckRule.OptionGone, $"{wrapper.Title} has no option '{option.Name}'", option.Location);
            }

            yield break;
        }

        if (KnownCommand.IsDeprecated(found))
        {
            yield return new Finding(CheckRule.OptionDeprecated, $"{wrapper.Title}: '{option.Name}' is deprecated: {Shortened(found.Description)}", option.Location);
        }

        if (option.Arity is OptionArity.Value or OptionArity.OptionalValue && found.Values.Count == 0)
        {
            yield return new Finding(CheckRule.WrongArity, $"{wrapper.Title}: '{option.Name}' is a flag and has no value", option.Location);
        }
        else if (option.Arity == OptionArity.Flag && found.Values is [{ IsOptional: false }, ..])
        {
            yield return new Finding(CheckRule.WrongArity, $"{wrapper.Title}: '{option.Name}' requires a value{(found.Values[0].Name is { } name ? $" ({name})" : "")}", option.Location);
        }
    }

    private async Task<(WalkedCommand? Root, string Problem)> ReadAsync(string program, IReadOnlyList<string> path, CancellationToken cancellationToken)
    {
        var key = string.Join(' ', [program, .. path]);
        if (!_programs.TryGetValue(key, out var known))
        {
            try
            {
                known = (await import(program, path, cancellationToken), "");
            }
            catch (ProgramException error)
            {
                known = (null, error.Message);
            }

            _programs.Add(key, known);
        }

        return known;
    }

    private static string Shortened(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}
