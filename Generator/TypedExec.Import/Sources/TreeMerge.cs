using TypedExec.Import.Help;

namespace TypedExec.Import.Sources;

/// <summary>Merges two trees of commands, command by command.</summary>
internal static class TreeMerge
{
    /// <summary>Records the source of every command and option.</summary>
    public static WalkedCommand From(WalkedCommand command, string source) => command with
    {
        Page = SourceMerge.From(command.Page, source),
        Sources = [source],
        Subcommands = [.. command.Subcommands.Select(subcommand => From(subcommand, source))],
    };

    /// <param name="first">The tree that takes precedence.</param>
    /// <param name="second">The tree that is added to it.</param>
    /// <param name="source">The source of the second tree.</param>
    /// <param name="only">The words of the requested subcommand; empty for all of them.</param>
    public static WalkedCommand Merge(WalkedCommand first, WalkedCommand second, string source, IReadOnlyList<string> only)
    {
        var subcommands = first.Subcommands.ToList();
        foreach (var command in second.Subcommands.Where(command => only.Count == 0 || command.Names.Contains(only[0])))
        {
            IReadOnlyList<string> below = only.Count == 0 ? [] : [.. only.Skip(1)];
            var index = subcommands.FindIndex(other => other.Names.Any(command.Names.Contains));
            if (index < 0)
            {
                subcommands.Add(From(command, source));
            }
            else
            {
                subcommands[index] = Merge(subcommands[index], command, source, below);
            }
        }

        return first with
        {
            Names = [.. first.Names.Union(second.Names.Where(name => first.Path.Count > 1 && !Clashes(name, first, subcommands)))],
            Description = first.Description.Length > 0 ? first.Description : second.Description,
            Page = SourceMerge.Merge(first.Page, second.Page, source),
            Subcommands = subcommands,
            Sources = [.. first.Sources.Append(source).Distinct(StringComparer.Ordinal)],
            Problem = second.Page.Options.Count > 0 ? null : first.Problem,
        };
    }

    private static bool Clashes(string name, WalkedCommand command, List<WalkedCommand> subcommands)
        => subcommands.Any(other => other != command && other.Names.Contains(name));
}
