using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Manual;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Manual pages as rendered by <c>man</c>: headings at the left edge, <c>NAME</c> and <c>SYNOPSIS</c>, and options as tags
/// whose descriptions are indented further or start on the same line.
/// </summary>
internal sealed partial class ManualLayout : Layout
{
    private static readonly SpellingRules Rules = new() { BareWords = true, MayShowDefaults = true };

    public override string Name => "man";

    public override int Signs(HelpText text) => text.Has(Title()) && text.Has(NameHeading()) ? 20 : 0;

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = ManualSections.Of(text);
        var synopsis = sections.Where(section => section.IsNamed(SynopsisHeading())).SelectMany(section => section.Lines);
        var usage = Usage.Read(ManualSynopsis.Lines(synopsis, path), Rules);
        var described = sections.Where(section => !section.IsNamed(NoOptions())).ToList();
        var tags = TagList.Read(described.SelectMany(section => section.Lines), Rules);
        var known = tags.Options.SelectMany(option => option.Names).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<HelpOption> options = [.. tags.Options, .. usage.Options.Where(option => !option.Names.Any(name => known.Contains(name) || OptionNames.IsCluster(name, known)))];
        return new HelpPage
        {
            Description = ManualSections.Description(sections),
            Options = options,
            Unread = tags.Unread,
            Arguments = usage.Arguments,
            Rest = usage.Rest,
            Mentioned = Mentions.Of(described.SelectMany(section => section.Lines), options),
            OtherPages = Mentions.Pages(text.Lines, string.Join('-', path)),
        };
    }

    [GeneratedRegex(@"^(?<page>[\w.+@:-]+\(\d\w*\)) .* \k<page>$", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex("^NAME$", RegexOptions.IgnoreCase)]
    private static partial Regex NameHeading();

    [GeneratedRegex("^(SYNOPSIS|USAGE)$", RegexOptions.IgnoreCase)]
    private static partial Regex SynopsisHeading();

    [GeneratedRegex(
        @"^(NAME|SYNOPSIS|EXAMPLES?|SEE ALSO|AUTHORS?\b.*|COPYRIGHT|HISTORY|BUGS|REPORTING BUGS|STANDARDS.*|COMPATIBILITY|FILES|ENVIRONMENT.*|EXIT (STATUS|CODES?|VALUES?)|RETURN VALUES?|DIAGNOSTICS|COLOPHON)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoOptions();
}
