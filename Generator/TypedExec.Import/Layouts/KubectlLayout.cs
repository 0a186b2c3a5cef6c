using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// kubectl's own template: <c>-f, --filename=[]:</c> with the default after the name and the description on the next line, and
/// <c>kubectl options</c> for the options of all commands.
/// </summary>
internal sealed partial class KubectlLayout : Layout
{
    private static readonly SpellingRules Rules = new() { DefaultsBehindEquals = true };

    public override string Name => "kubectl";

    public override int Signs(HelpText text) => (text.Has(FlagWithDefault()) ? 8 : 0) + (text.Has(GlobalOptions()) ? 8 : 0);

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usage = Usage.Read(sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)), Rules);
        var commands = sections.Where(section => section.IsNamed(CommandsHeading())).SelectMany(section => CommandList.Read(section.Lines, Rules)).ToList();
        var options = sections
            .Where(section => section.IsNamed(OptionsHeading()))
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, list) => all.With(list));
        var more = text.Lines.Select(line => GlobalOptions().Match(line.Text)).FirstOrDefault(match => match.Success);
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = options.Options,
            Unread = options.Unread,
            Arguments = usage.ArgumentsBeside(commands),
            Rest = usage.Rest,
            Commands = commands,
            PersistentOptionsPage = more is null ? null : [more.Groups["word"].Value],
        };
    }

    [GeneratedRegex(@"^(-\w, )?--[\w-]+=[^ ]*:$")]
    private static partial Regex FlagWithDefault();

    [GeneratedRegex(@"^Use ""[\w-]+ (?<word>options)"" for a list of global")]
    private static partial Regex GlobalOptions();

    [GeneratedRegex(@"\bCommands( \(.*\))?$")]
    private static partial Regex CommandsHeading();

    [GeneratedRegex(@"^(Options|The following options can be passed to any command)$")]
    private static partial Regex OptionsHeading();
}
