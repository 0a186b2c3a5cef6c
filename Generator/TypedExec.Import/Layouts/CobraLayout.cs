using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Programs written with Go's cobra, such as docker, gh, and helm: <c>Available Commands:</c>, <c>Flags:</c>,
/// <c>Global Flags:</c>, <c>-d, --detach   text</c>, <c>--name string   text</c>. A word after a name is the type of its value.
/// </summary>
internal sealed partial class CobraLayout : Layout
{
    private static readonly SpellingRules Rules = new() { BareWords = true };

    public override string Name => "cobra";

    public override int Signs(HelpText text)
        => (text.Has(Headings()) ? 2 : 0) + (text.Has(TypedFlag()) ? 4 : 0) + (text.Has(MoreHelp()) ? 2 : 0);

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usage = Usage.Read(sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)), Rules);
        var commands = sections.Where(section => section.IsNamed(CommandsHeading())).SelectMany(section => CommandList.Read(section.Lines, Rules)).ToList();
        var own = sections.Where(section => section.IsNamed(OwnOptions())).Select(section => OptionList.Read(section.Lines, Rules));
        var inherited = sections.Where(section => section.IsNamed(InheritedOptions())).Select(section => OptionList.Read(section.Lines, Rules)).ToList();
        var options = own.Concat(inherited).Aggregate(OptionList.None, (all, list) => all.With(list));
        var persistent = path.Count > 1 ? inherited.SelectMany(list => list.Options).SelectMany(option => option.Names).ToHashSet() : [];
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = [.. options.Options.Select(option => Switch(option) with { IsPersistent = option.Names.Any(persistent.Contains) })],
            Unread = options.Unread,
            Arguments = usage.ArgumentsBeside(commands),
            Rest = usage.Rest,
            Commands = commands,
        };
    }

    /// <summary>Returns a flag that is on by default as an option with a value, because only <c>--name=false</c> changes anything.</summary>
    private static HelpOption Switch(HelpOption option)
        => option.Values.Count == 0 && option.Description.EndsWith("(default true)", StringComparison.Ordinal)
            ? option with { Values = [new HelpValue { IsOptional = true, Suggestions = ["true", "false"] }], Separator = "=" }
            : option;

    [GeneratedRegex(@"^(Available Commands|Management Commands|CORE COMMANDS|Flags|FLAGS|Global Flags|INHERITED FLAGS|Global Options|Aliases):?$")]
    private static partial Regex Headings();

    [GeneratedRegex(@"^(-\w, )?--[\w-]+ (string|strings|stringArray|list|int|uint\d*|duration|bytes|map|float\d*|ulimit)  ")]
    private static partial Regex TypedFlag();

    [GeneratedRegex(@"^(Use|Run) ['""].* (--help|help)['""] for more information")]
    private static partial Regex MoreHelp();

    [GeneratedRegex(@"\bcommands( \(.*\))?$", RegexOptions.IgnoreCase)]
    private static partial Regex CommandsHeading();

    [GeneratedRegex(@"^(?!global|inherited).*\b(flags|options)$", RegexOptions.IgnoreCase)]
    private static partial Regex OwnOptions();

    [GeneratedRegex(@"^(global|inherited) (flags|options)$", RegexOptions.IgnoreCase)]
    private static partial Regex InheritedOptions();
}
