using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Reads a list of subcommands: names, aliases, and arguments on the left, and descriptions on the right.</summary>
internal static partial class CommandList
{
    public static IReadOnlyList<HelpCommand> Read(IEnumerable<HelpLine> lines, SpellingRules rules)
    {
        var (all, indent, column) = TwoColumnList.Of(lines);
        var commands = new List<HelpCommand>();
        foreach (var line in all)
        {
            if (line.Indent > indent)
            {
                if (commands.Count > 0)
                {
                    commands[^1] = Continue(commands[^1], line, column, rules);
                }
            }
            else if (ReadEntry(line, column, rules) is { } command)
            {
                commands.Add(command);
            }
        }

        return commands;
    }

    private static HelpCommand? ReadEntry(HelpLine line, int? column, SpellingRules rules)
    {
        var (left, right) = Dashed().Match(line.Text) is { Success: true } dashed
            ? (dashed.Groups["name"].Value, dashed.Groups["text"].Value)
            : Columns.Split(line, column) ?? (line.Text, "");
        var match = Entry().Match(left);
        if (!match.Success || (right.Length == 0 && left.Contains(' ', StringComparison.Ordinal) && match.Groups["rest"].Value is not ['[' or '<', ..]))
        {
            return null;
        }

        var names = match.Groups["name"].Value.Split(',', StringSplitOptions.TrimEntries);
        return new HelpCommand(names, right) { Page = ReadArguments(match.Groups["rest"].Value, rules) };
    }

    /// <summary>The second line of an entry: more of its description, possibly preceded by more arguments.</summary>
    private static HelpCommand Continue(HelpCommand command, HelpLine line, int? column, SpellingRules rules)
    {
        if (line.Indent >= column || column is null)
        {
            return command with { Description = Prose.Join([command.Description, line.Text]) };
        }

        var (left, right) = Columns.Split(line, column) ?? ("", line.Text);
        var more = ReadArguments(left, rules)?.Arguments ?? [];
        return command with
        {
            Description = Prose.Join([command.Description, right]),
            Page = more.Count == 0 ? command.Page : new HelpPage { Arguments = [.. command.Page?.Arguments ?? [], .. more] },
        };
    }

    private static HelpPage? ReadArguments(string text, SpellingRules rules)
        => text.Length > 0 && Synopsis.Read(text, rules).Arguments is { Count: > 0 } arguments ? new HelpPage { Arguments = arguments } : null;

    [GeneratedRegex(@"^(?<name>[A-Za-z](?:[\w.+-]|:(?=\w))*(?:, [A-Za-z][\w.+-]*)*)[*:]?(?<rest>(?: .*)?)$")]
    private static partial Regex Entry();

    [GeneratedRegex("^(?<name>[A-Za-z][A-Za-z0-9-]*) - (?<text>.+)$")]
    private static partial Regex Dashed();
}
