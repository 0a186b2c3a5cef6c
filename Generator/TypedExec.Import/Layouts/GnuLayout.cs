using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// The GNU tools, and most programs with handwritten help: <c>Usage: ls [OPTION]... [FILE]...</c>, <c>-a, --all  text</c>,
/// <c>--color[=WHEN]  text</c>. Options may be anywhere; commands are below a heading that names them.
/// </summary>
internal sealed partial class GnuLayout : Layout
{
    private static readonly SpellingRules Rules = new() { BareWords = true };

    public override string Name => "gnu";

    public override int Signs(HelpText text) => 1;

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usage = Usage.Read(sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)), Rules);
        var commands = sections.Where(IsCommands).SelectMany(section => CommandList.Read(section.Lines, Rules)).ToList();
        var lists = sections.Where(section => section.Heading != Sections.Usage && !IsCommands(section) && !section.IsNamed(NoOptions()));
        var options = lists
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, list) => all.With(list))
            .WithMissing(usage.Options);
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = options.Options,
            Unread = options.Unread,
            Arguments = usage.ArgumentsBeside(commands),
            Rest = usage.Rest,
            Commands = commands,
        };
    }

    private static bool IsCommands(Section section) => section.IsNamed(CommandsHeading()) && !section.Lines.Any(line => line.StartsWithDash);

    [GeneratedRegex(@"^[\w /-]*\b(sub)?commands( are)?( \(.*\))?$", RegexOptions.IgnoreCase)]
    private static partial Regex CommandsHeading();

    [GeneratedRegex(@"^(examples?|environment( variables)?|see also|exit (status|codes?)|bugs)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoOptions();
}
