using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Git: <c>usage: git add [&lt;options&gt;] [--] &lt;pathspec&gt;...</c>, <c>or:</c> lines that may show subcommands,
/// and <c>-n, --[no-]dry-run  text</c>. <c>git add --help</c> opens a manual page, so <c>-h</c> is used.
/// </summary>
internal sealed partial class GitLayout : Layout
{
    private static readonly SpellingRules Rules = new() { DotsStandForValue = true };

    public override string Name => "git";

    public override IReadOnlyList<string> HelpArguments => ["-h"];

    public override IReadOnlyList<string> ListArguments => ["help", "-a"];

    public override int Signs(HelpText text) => text.Has(GitUsage()) ? 10 : 0;

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text, bareHeadings: true);
        var usages = sections
            .Where(section => section.Heading == Sections.Usage)
            .SelectMany(section => UsageLines.Of(section.Lines.Where(line => !IsOfOther(line, path)), path))
            .ToList();
        var list = sections.Where(section => section.Heading != Sections.Usage)
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, part) => all.With(part));

        if (path.Count == 1)
        {
            return OfProgram(sections, usages, list);
        }

        // Usage lines that start with a word are subcommands: "git remote add [-t <branch>] <name> <url>".
        var calls = usages.Select(SubcommandCall.Read).ToList();
        var own = Usage.Read(calls.Where(call => call.Name is null).Select(call => call.Line), Rules);
        var commands = calls.Where(call => call.Name is not null).GroupBy(call => call.Name!).Select(ToCommand).ToList();
        var shared = calls.SelectMany(call => Synopsis.Read(call.Before, Rules, call.Line.Number).Options);
        var options = list.WithMissing(own.Options).WithMissing(OptionMerge.Merge(shared));
        return new HelpPage { Options = options.Options, Unread = options.Unread, Arguments = own.ArgumentsBeside(commands), Commands = commands };
    }

    /// <summary>Reads <c>git help -a</c>, whose headings distinguish commands from guides and file formats.</summary>
    public override IReadOnlyList<HelpCommand> ReadList(HelpText text)
        => [.. Sections.Of(text, bareHeadings: true)
            .Where(section => section.IsNamed(CommandHeading()))
            .SelectMany(section => CommandList.Read(section.Lines, Rules))];

    private static HelpPage OfProgram(IReadOnlyList<Section> sections, IEnumerable<UsageLine> usages, OptionList list)
    {
        var usage = Usage.Read(usages, Rules);
        var commands = sections
            .Where(section => section.Heading.Length > 0 && section.Heading != Sections.Usage)
            .SelectMany(section => CommandList.Read(section.Lines.Where(line => line.Indent > 0), Rules))
            .ToList();
        var options = list.WithMissing(usage.Options);
        return new HelpPage
        {
            Description = "The distributed version control system",
            Options = options.Options,
            Unread = options.Unread,
            Arguments = usage.ArgumentsBeside(commands),
            Commands = commands,
        };
    }

    private static HelpCommand ToCommand(IGrouping<string, SubcommandCall> calls)
    {
        var usage = Usage.Read(calls.Select(call => call.Line), Rules);
        return new HelpCommand([calls.Key], "") { Page = new HelpPage { Options = usage.Options, Arguments = usage.Arguments }, IsComplete = true };
    }

    /// <summary>The page of one command may show the usage of another: <c>git log -h</c> shows that of <c>git show</c>.</summary>
    private static bool IsOfOther(HelpLine line, IReadOnlyList<string> path)
        => OtherCommand().Match(line.Text) is { Success: true } match && path.Count > 1 && match.Groups["command"].Value != path[1];

    [GeneratedRegex(@"^usage: git\b")]
    private static partial Regex GitUsage();

    [GeneratedRegex(@"^(?:or: )?git (?<command>[a-z][\w-]*)\b")]
    private static partial Regex OtherCommand();

    [GeneratedRegex(@"^(Main Porcelain|Ancillary|Interacting|Low-level) ?")]
    private static partial Regex CommandHeading();
}
