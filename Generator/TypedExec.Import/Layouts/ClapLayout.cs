using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Programs made with Rust's clap, as cargo and rustc: <c>Usage: cargo [OPTIONS] [COMMAND]</c>, <c>--color &lt;WHEN&gt;</c>,
/// <c>--bin [&lt;NAME&gt;]</c>, <c>-v, --verbose...</c>, <c>[possible values: a, b]</c>, <c>build, b  text</c>.
/// </summary>
internal sealed partial class ClapLayout : Layout
{
    private static readonly SpellingRules Rules = new() { AlternativesAreValues = true };

    public override string Name => "clap";

    public override int Signs(HelpText text)
        => (text.Has(OptionsPlaceholder()) ? 2 : 0) + (text.Has(PossibleValues()) ? 3 : 0) + (text.Has(PrintHelp()) ? 3 : 0);

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usage = Usage.Read(sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)), Rules);
        var commands = sections.Where(section => section.IsNamed(CommandsHeading())).SelectMany(section => CommandList.Read(section.Lines, Rules)).ToList();
        var arguments = sections.Where(section => section.IsNamed(ArgumentsHeading())).SelectMany(section => section.Lines);
        var options = sections
            .Where(section => section.Heading != Sections.Usage && !section.IsNamed(CommandsHeading()) && !section.IsNamed(ArgumentsHeading()))
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, list) => all.With(list));
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = options.Options,
            Unread = options.Unread,
            Arguments = [.. ArgumentList.Describe(usage.ArgumentsBeside(commands), arguments, Rules).Where(argument => argument.Name?.StartsWith('+') != true)],
            Commands = commands,
        };
    }

    [GeneratedRegex(@"\[OPTIONS\]")]
    private static partial Regex OptionsPlaceholder();

    [GeneratedRegex(@"\[possible values: ")]
    private static partial Regex PossibleValues();

    [GeneratedRegex(@"^-h, --help +Print help")]
    private static partial Regex PrintHelp();

    [GeneratedRegex(@"^(sub)?commands$", RegexOptions.IgnoreCase)]
    private static partial Regex CommandsHeading();

    [GeneratedRegex(@"^arg(ument)?s$", RegexOptions.IgnoreCase)]
    private static partial Regex ArgumentsHeading();
}
