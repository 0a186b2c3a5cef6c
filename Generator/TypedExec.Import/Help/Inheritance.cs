namespace TypedExec.Import.Help;

/// <summary>
/// Moves inherited options to where they belong: pages repeat them as global options, but the specification lists them once, as
/// persistent options of the command that declares them.
/// </summary>
internal static class Inheritance
{
    public static WalkedCommand Resolve(WalkedCommand root)
    {
        var inherited = root.Subcommands
            .SelectMany(command => command.All())
            .SelectMany(command => command.Page.Options)
            .Where(option => option.IsPersistent)
            .SelectMany(option => option.Names)
            .ToHashSet(StringComparer.Ordinal);
        return Resolve(root, inherited, []);
    }

    private static WalkedCommand Resolve(WalkedCommand command, HashSet<string> inherited, HashSet<string> declaredAbove)
    {
        var options = command.Page.Options
            .Where(option => !(option.IsPersistent && option.Names.Any(declaredAbove.Contains)))
            .Select(option => option with { IsPersistent = (option.IsPersistent || option.Names.Any(inherited.Contains)) && command.Subcommands.Count > 0 })
            .ToList();
        HashSet<string> declared = [.. declaredAbove, .. options.Where(option => option.IsPersistent).SelectMany(option => option.Names)];
        return command with
        {
            Page = command.Page with { Options = options },
            Subcommands = [.. command.Subcommands.Select(subcommand => Resolve(subcommand, inherited, declared))],
        };
    }
}
