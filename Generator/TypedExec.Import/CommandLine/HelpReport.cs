using TypedExec.Import.Help;

namespace TypedExec.Import.CommandLine;

/// <summary>Says what was read, and what was not, so that a person can add it by hand.</summary>
internal static class HelpReport
{
    /// <summary>Whether something that looks like an option, or a page, was left out.</summary>
    public static bool IsIncomplete(WalkedCommand root) => root.All().Any(command => command.Page.Unread.Count > 0 || command.Problem is not null);

    public static void Write(WalkedCommand root, bool isIsolated, TextWriter output)
    {
        var all = root.All().ToList();
        var options = all.Sum(command => command.Page.Options.Count);
        var layouts = string.Join(", ", all.Select(command => command.Layout).OfType<string>().Distinct());
        output.WriteLine($"{string.Join(' ', root.Path)}: {Count(all.Count - 1, "subcommand")}, {Count(options, "option")} (layout: {layouts})");
        if (!isIsolated)
        {
            output.WriteLine("note: this machine cannot cut off the network, so the program ran with it");
        }

        foreach (var command in all)
        {
            if (command.Problem is not null)
            {
                output.WriteLine($"not read: {command.Problem}");
            }

            foreach (var line in command.Page.Unread)
            {
                output.WriteLine($"not understood: {string.Join(' ', command.Path)}, line {line.Number}: {line.Text}");
            }
        }
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
