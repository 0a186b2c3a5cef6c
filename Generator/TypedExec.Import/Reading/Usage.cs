using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>What all usage lines of a page say together.</summary>
/// <param name="Options">The options that they name.</param>
/// <param name="Arguments">The arguments of the first line that has any; optional where another line does without.</param>
internal sealed partial record Usage(IReadOnlyList<HelpOption> Options, IReadOnlyList<HelpValue> Arguments)
{
    public static Usage Read(IEnumerable<UsageLine> lines, SpellingRules rules)
    {
        var all = lines.Select(line => Synopsis.Read(line.Text, rules, line.Number)).ToList();
        var leading = all.FirstOrDefault(synopsis => synopsis.Arguments.Count > 0);
        var arguments = leading?.Arguments ?? [];
        return new Usage(
            OptionMerge.Merge(all.SelectMany(synopsis => synopsis.Options).Select(option => option with { IsRequired = option.IsRequired && all.Count == 1 })),
            [.. arguments.Select(argument => argument with
            {
                IsOptional = argument.IsOptional || !all.All(Has(argument)),
                IsVariadic = argument.IsVariadic || (argument == arguments[^1] && argument.Name is "args" or "arguments"),
            })]);
    }

    /// <summary>The arguments of a program that has subcommands: what stands for those, and what follows it, is left out.</summary>
    public IReadOnlyList<HelpValue> ArgumentsBeside(IReadOnlyList<HelpCommand> commands)
        => commands.Count == 0 ? Arguments : [.. Arguments.TakeWhile(argument => !IsCommand(argument, commands))];

    private static bool IsCommand(HelpValue argument, IReadOnlyList<HelpCommand> commands)
        => (argument.Name is { } name && CommandName().IsMatch(name)) || argument.Suggestions.Any(value => commands.Any(command => command.Name == value));

    private static Func<Synopsis, bool> Has(HelpValue argument)
        => synopsis => synopsis.Arguments.Any(other => other.Name == argument.Name && other.Suggestions.SequenceEqual(argument.Suggestions));

    [GeneratedRegex(@"^(sub-?)?(command|cmd|action|verb)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex CommandName();
}
