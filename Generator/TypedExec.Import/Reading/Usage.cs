using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>The combined content of all usage lines of a page.</summary>
/// <param name="Options">The options that they name.</param>
/// <param name="Arguments">The arguments of the first line that has any; optional if another line omits them.</param>
internal sealed partial record Usage(IReadOnlyList<HelpOption> Options, IReadOnlyList<HelpValue> Arguments)
{
    /// <summary>The arguments after <c>--</c>.</summary>
    public IReadOnlyList<HelpValue> Rest { get; init; } = [];

    public static Usage Read(IEnumerable<UsageLine> lines, SpellingRules rules)
    {
        var all = lines.Select(line => Synopsis.Read(line.Text, rules, line.Number)).ToList();
        var leading = all.FirstOrDefault(synopsis => synopsis.Arguments.Count > 0);
        var arguments = leading?.Arguments ?? [];
        var options = all.SelectMany(synopsis => synopsis.Options.Select(option => option with
        {
            IsRequired = option.IsRequired && all.Count == 1,
            ExclusiveOn = [.. option.ExclusiveOn.Where(name => !all.Any(other => other != synopsis && Allows(other, option, name)))],
        }));
        return new Usage(
            OptionMerge.Merge(options),
            WithCommand([.. arguments.Select(argument => argument with
            {
                IsOptional = argument.IsOptional || !all.All(Has(argument)),
                IsVariadic = argument.IsVariadic || (argument == arguments[^1] && argument.Name is "args" or "arguments"),
            })]))
        {
            Rest = all.Select(synopsis => synopsis.Rest).FirstOrDefault(rest => rest.Count > 0) ?? [],
        };
    }

    /// <summary>Marks the command that another program runs, with its own options: <c>COMMAND [ARG...]</c>.</summary>
    private static IReadOnlyList<HelpValue> WithCommand(IReadOnlyList<HelpValue> arguments)
        => [.. arguments.Select((argument, i) => argument.Name is { } name && CarriedCommand().IsMatch(name) && arguments.Skip(i).Any(later => later.IsVariadic)
            ? argument with { IsCommand = true }
            : argument)];

    /// <summary>Whether another usage line shows both options, and not as alternatives.</summary>
    private static bool Allows(Synopsis synopsis, HelpOption option, string name)
        => synopsis.Options.Any(other => other.IsNamed(name))
            && synopsis.Options.Any(other => other.Names.Any(option.IsNamed) && !other.ExclusiveOn.Contains(name));

    /// <summary>The arguments of a program with subcommands, without the placeholder for those and anything after it.</summary>
    public IReadOnlyList<HelpValue> ArgumentsBeside(IReadOnlyList<HelpCommand> commands)
        => commands.Count == 0 ? Arguments : [.. Arguments.TakeWhile(argument => !IsCommand(argument, commands))];

    private static bool IsCommand(HelpValue argument, IReadOnlyList<HelpCommand> commands)
        => (argument.Name is { } name && CommandName().IsMatch(name)) || argument.Suggestions.Any(value => commands.Any(command => command.Name == value));

    private static Func<Synopsis, bool> Has(HelpValue argument)
        => synopsis => synopsis.Arguments.Any(other => other.Name == argument.Name && other.Suggestions.SequenceEqual(argument.Suggestions));

    [GeneratedRegex(@"^(command|cmd|program|utility)(-name)?$", RegexOptions.IgnoreCase)]
    private static partial Regex CarriedCommand();

    [GeneratedRegex(@"^(sub-?)?(command|cmd|action|verb)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex CommandName();
}
