using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Node: <c>Usage: node [options] [ script.js ] [arguments]</c>, <c>-r, --require=...  text</c>, and a list of
/// environment variables, which aren't options.
/// </summary>
internal sealed partial class NodeLayout : Layout
{
    private static readonly SpellingRules Rules = new() { DotsStandForValue = true };

    public override string Name => "node";

    public override int Signs(HelpText text) => text.Has(NodeUsage()) ? 10 : 0;

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var options = sections
            .Where(section => section.Heading == "Options")
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, list) => all.With(list));
        var usage = Usage.Read(
            sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)).Take(1), Rules);
        return new HelpPage
        {
            Description = "The Node.js JavaScript runtime",
            Options = options.Options,
            Unread = options.Unread,
            Arguments = usage.Arguments,
        };
    }

    [GeneratedRegex(@"^Usage: node \[options\]")]
    private static partial Regex NodeUsage();
}
