using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Checking;

/// <summary>What is known about a command of an installed program: its own options and those of its parent commands.</summary>
internal sealed partial class KnownCommand
{
    private readonly IReadOnlyList<WalkedCommand> _chain;

    private KnownCommand(IReadOnlyList<WalkedCommand> chain) => _chain = chain;

    /// <summary>Whether anything is known, so that an option that isn't found is missing from the program.</summary>
    public bool HasContent => _chain[^1].Page is { Options.Count: > 0 } or { Arguments.Count: > 0 } or { Commands.Count: > 0 } or { Rest.Count: > 0 };

    /// <summary>Follows the words as long as they name subcommands.</summary>
    /// <returns>Null if a word isn't a command.</returns>
    public static KnownCommand? Find(WalkedCommand root, IReadOnlyList<string> path)
    {
        var chain = new List<WalkedCommand> { root };
        foreach (var word in path)
        {
            if (chain[^1].Subcommands.FirstOrDefault(command => command.Names.Contains(word)) is not { } next)
            {
                return null;
            }

            chain.Add(next);
        }

        return new KnownCommand(chain);
    }

    /// <summary>The option with this name. Those of parent commands count if they're persistent.</summary>
    public HelpOption? Option(string name)
        => _chain[^1].Page.Options.FirstOrDefault(option => option.IsNamed(name))
            ?? _chain.SkipLast(1).SelectMany(command => command.Page.Options).FirstOrDefault(option => option.IsPersistent && option.IsNamed(name));

    /// <summary>Whether the texts mention the option without describing it.</summary>
    public bool Mentions(string name)
        => _chain[^1].Page.Mentioned.Any(mention => mention.Name == name)
            || _chain[^1].Page.Unread.Any(line => OptionNames.In(line.Text).Contains(name))
            || (name.StartsWith("--no-", StringComparison.Ordinal) && _chain[^1].Page.Mentioned.Any(mention => mention.Name is "--no-option" or "--no-OPTION"));

    /// <summary>The names of the options that the command accepts.</summary>
    public IEnumerable<string> Names
        => _chain[^1].Page.Options.Concat(_chain.SkipLast(1).SelectMany(command => command.Page.Options).Where(option => option.IsPersistent)).SelectMany(option => option.Names);

    /// <summary>The parent command that has the option for itself, or null if none does.</summary>
    public string? OuterWith(string name)
        => _chain.SkipLast(1).LastOrDefault(command => command.Page.Options.Any(option => option.IsNamed(name))) is { } outer ? string.Join(' ', outer.Path) : null;

    /// <summary>The subcommands that its page lists.</summary>
    public IEnumerable<string> Subcommands => _chain[^1].Page.Commands.SelectMany(command => command.Names);

    public static bool IsDeprecated(HelpOption option) => Deprecated().IsMatch(option.Description);

    [GeneratedRegex(@"^\W{0,2}(deprecated|obsolete)\b|[(\[](deprecated|obsolete)\b|\b(this|the) (option|flag) (is|has been|was) (now )?(deprecated|obsolete)|\b(is|are) (deprecated|obsolete)\b(?! values)|\bdeprecated[:;,.]? (use|in favou?r|alias|synonym)", RegexOptions.IgnoreCase)]
    private static partial Regex Deprecated();
}
