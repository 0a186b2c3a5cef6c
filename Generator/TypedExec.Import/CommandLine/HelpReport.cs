using TypedExec.Import.Help;

namespace TypedExec.Import.CommandLine;

/// <summary>Reports what was read, and what wasn't, so that you can add it by hand.</summary>
internal static class HelpReport
{
    /// <summary>Whether a page, or something that looks like an option, was omitted.</summary>
    public static bool IsIncomplete(WalkedCommand root) => root.All().Any(command => command.Page.Unread.Count > 0 || command.Problem is not null);

    private const int MaxLineLength = 160;

    public static void Write(WalkedCommand root, bool isIsolated, TextWriter output)
    {
        var all = root.All().ToList();
        var options = all.Sum(command => command.Page.Options.Count);
        var layouts = string.Join(", ", all.Select(command => command.Layout).OfType<string>().Distinct());
        output.WriteLine($"{string.Join(' ', root.Path)}: {Count(all.Count - 1, "subcommand")}, {Count(options, "option")} (layout: {layouts}){Sources(all)}");
        if (!isIsolated)
        {
            output.WriteLine("note: this machine can't disable the network, so the program ran with it");
        }

        void WriteList(string what, WalkedCommand command, IReadOnlyList<string> items)
        {
            if (items.Count > 0)
            {
                output.WriteLine($"{what}: {string.Join(' ', command.Path)}: {string.Join(", ", items)}");
            }
        }

        foreach (var command in all)
        {
            if (command.Problem is not null)
            {
                output.WriteLine($"not read: {command.Problem}");
            }

            foreach (var line in command.Page.Unread)
            {
                output.WriteLine($"not understood: {string.Join(' ', command.Path)}, line {line.Number}: {Shortened(line.Text)}");
            }

            foreach (var difference in command.Page.Differences)
            {
                output.WriteLine($"differs: {string.Join(' ', command.Path)}: {difference}");
            }

            WriteList("mentioned only", command, [.. command.Page.Mentioned.Select(mention => $"{mention.Name} (line {mention.Line})")]);
            WriteList("other pages", command, command.Page.OtherPages);
        }
    }

    private static string Sources(IReadOnlyList<WalkedCommand> all)
    {
        var counts = all.SelectMany(command => command.Page.Options).SelectMany(option => option.Sources).CountBy(source => source).ToList();
        return counts.Count < 2 ? "" : $", from {string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"))}";
    }

    private static string Shortened(string text) => text.Length > MaxLineLength ? string.Concat(text.AsSpan(0, MaxLineLength), "…") : text;

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
