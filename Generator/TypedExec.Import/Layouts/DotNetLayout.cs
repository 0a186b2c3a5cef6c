using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Programs made with System.CommandLine, as dotnet's: <c>Description:</c>, <c>Arguments:</c>,
/// <c>-f, --framework &lt;FRAMEWORK&gt;</c>, <c>--verbosity &lt;q|m|n&gt;</c>; and <c>dotnet --help</c> itself, with
/// <c>-d|--diagnostics</c> and <c>SDK commands:</c>.
/// </summary>
internal sealed partial class DotNetLayout : Layout
{
    private static readonly SpellingRules Rules = new() { AlternativesAreValues = true };

    public override string Name => "dotnet";

    public override int Signs(HelpText text)
        => (text.Has(ShowHelp()) ? 4 : 0) + (text.Has(ShowHelp()) && text.Has(DescriptionHeading()) ? 3 : 0) + (text.Has(SdkUsage()) ? 8 : 0);

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usage = Usage.Read(sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)), Rules);
        var commands = sections.Where(section => section.IsNamed(CommandsHeading())).SelectMany(section => CommandList.Read(section.Lines, Rules)).ToList();
        var arguments = sections.Where(section => section.IsNamed(ArgumentsHeading())).SelectMany(section => section.Lines);
        var options = sections
            .Where(section => section.IsNamed(OptionsHeading()))
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, list) => all.With(list));
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = options.Options,
            Unread = options.Unread,
            Arguments = ArgumentList.Describe(usage.ArgumentsBeside(commands), arguments, Rules),
            Commands = commands,
        };
    }

    [GeneratedRegex(@"^Description:$")]
    private static partial Regex DescriptionHeading();

    [GeneratedRegex(@"^-\?, -h, --help +Show (command line help|help and usage information)")]
    private static partial Regex ShowHelp();

    [GeneratedRegex(@"^Usage: dotnet \[sdk-options\]")]
    private static partial Regex SdkUsage();

    [GeneratedRegex(@"commands\b", RegexOptions.IgnoreCase)]
    private static partial Regex CommandsHeading();

    [GeneratedRegex(@"^arguments$", RegexOptions.IgnoreCase)]
    private static partial Regex ArgumentsHeading();

    [GeneratedRegex(@"options$", RegexOptions.IgnoreCase)]
    private static partial Regex OptionsHeading();
}
