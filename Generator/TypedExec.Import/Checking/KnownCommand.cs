using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Checking;

/// <summary>What is known of a command of an installed program: its own options and those of the commands around it.</summary>
internal sealed partial class KnownCommand
{
    private readonly IReadOnlyList<WalkedCommand> _chain;

    private KnownCommand(IReadOnlyList<WalkedCommand> chain) => _chain = chain;

    /// <summary>Whether anything is known, so that what is missing is missing from the program.</summary>
    public bool HasContent => _chain[^1].Page is { Options.Count: > 0 } or { Arguments.Count: > 0 } or { Commands.Count: > 0 } or { Rest.Count: > 0 };

    /// <summary>Follows the words as far as there are commands of those names.</summary>
    /// <returns>Null when a word names no command.</returns>
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

    /// <summary>The option of that name; those of the commands around it hold where they are persistent.</summary>
    public HelpOption? Option(string name)
        => _chain[^1].Page.Options.FirstOrDefault(option => option.IsNamed(name))
            ?? _chain.SkipLast(1).SelectMany(command => command.Page.Options).FirstOrDefault(option => option.IsPersistent && option.IsNamed(name));

    /// <summary>Whether the texts name the option without describing it.</summary>
    public bool Mentions(string name)
        => _chain[^1].Page.Mentioned.Any(mention => mention.Name == name)
            || _chain[^1].Page.Unread.Any(line => OptionNames.In(line.Text).Contains(name))
            || (name.StartsWith("--no-", StringComparison.Ordinal) && _chain[^1].Page.Mentioned.Any(mention => mention.Name is "--no-option" or "--no-OPTION"));

    /// <summary>The names of the options that it takes.</summary>
    public IEnumerable<string> Names
        => _chain[^1].Page.Options.Concat(_chain.SkipLast(1).SelectMany(command => command.Page.Options).Where(option => option.IsPersistent)).SelectMany(option => option.Names);

    /// <summary>The command around it that has the option for itself; null when none has.</summary>
    public string? OuterWith(string name)
        => _chain.SkipLast(1).LastOrDefault(command => command.Page.Options.Any(option => option.IsNamed(name))) is { } outer ? string.Join(' ', outer.Path) : null;

    /// <summary>The subcommands that its page lists.</summary>
    public IEnumerable<string> Subcommands => _chain[^1].Page.Commands.SelectMany(command => command.Names);

    public static bool IsDeprecated(HelpOption option) => Deprecated().IsMatch(option.Description);

    [GeneratedRegex(@"^\W{0,2}(deprecated|obsolete)\b|[(\[](deprecated|obsolete)\b|\b(this|the) (option|flag) (is|has been|was) (now )?(deprecated|obsolete)|\b(is|are) (deprecated|obsolete)\b(?! values)|\bdeprecated[:;,.]? (use|in favou?r|alias|synonym)", RegexOptions.IgnoreCase)]
    private static partial Regex Deprecated();
}
