using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// npm: options as a synopsis, <c>[-g|--global] [--omit &lt;dev|optional|peer&gt;]</c>, followed, in newer versions, by one option
/// per line with a description; commands as a single comma-separated list.
/// </summary>
internal sealed partial class NpmLayout : Layout
{
    private static readonly SpellingRules Rules = new() { AlternativesAreValues = true };

    public override string Name => "npm";

    public override int Signs(HelpText text) => text.Has(NpmUsage()) ? 9 : 0;

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usages = sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)).ToList();
        var commands = Commands(sections);
        if (commands.Count > 0)
        {
            return new HelpPage { Description = "The package manager of Node.js", Commands = commands };
        }

        var usage = Usage.Read(usages, Rules);
        var lines = sections.Where(section => section.Heading == "Options").SelectMany(section => section.Lines).ToList();
        var synopsis = lines.TakeWhile(line => !line.IsBlank).ToList();
        var listed = Synopsis.Read(string.Join(' ', synopsis.Select(line => line.Text)), Rules, synopsis.FirstOrDefault()?.Number ?? 0);
        var described = OptionList.Read(lines.Skip(synopsis.Count), Rules);
        var options = OptionMerge.Merge(listed.Options).Select(option => Describe(option, described.Options)).ToList();
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = [.. options, .. described.Options.Where(option => !options.Any(other => other.Names.Any(option.IsNamed)))],
            Unread = described.Unread,
            Arguments = usage.Arguments,
        };
    }

    /// <summary>The synopsis has the values; the list has the descriptions, and the short name of each long one.</summary>
    private static HelpOption Describe(HelpOption option, IReadOnlyList<HelpOption> described)
        => described.FirstOrDefault(other => other.Names.Any(option.IsNamed)) is { } found
            ? option with { Description = found.Description, Names = [.. found.Names.Union(option.Names)], Line = found.Line }
            : option;

    private static IReadOnlyList<HelpCommand> Commands(IReadOnlyList<Section> sections)
        => [.. sections
            .Where(section => section.Heading == "All commands")
            .SelectMany(section => section.Lines.SkipWhile(line => line.IsBlank).TakeWhile(line => !line.IsBlank))
            .SelectMany(line => line.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(name => new HelpCommand([name], ""))];

    [GeneratedRegex(@"^(npm <command>|npm [a-z-]+( \[?<.*| \[.*)?)$")]
    private static partial Regex NpmUsage();
}
