using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>
/// Reads a list of options: the lines that start with a dash, each with the text further to the right. Lines that
/// look like options but can't be read are recorded.
/// </summary>
internal sealed partial class OptionList
{
    /// <summary>How much further to the right than a short option a long one without a short form may start.</summary>
    private const int LongNameIndent = 4;

    private OptionList(IReadOnlyList<HelpOption> options, IReadOnlyList<HelpLine> unread)
    {
        Options = options;
        Unread = unread;
    }

    public static OptionList None { get; } = new([], []);

    public IReadOnlyList<HelpOption> Options { get; }

    public IReadOnlyList<HelpLine> Unread { get; }

    public static OptionList Read(IEnumerable<HelpLine> lines, SpellingRules rules)
    {
        var all = lines.Select(line => line.WithoutBareLetter()).ToList();
        var column = Columns.OfDescriptions(all.Where(line => line.StartsWithDash));
        var entries = new List<OptionEntry>();
        var unread = new List<HelpLine>();
        OptionEntry? last = null;
        foreach (var line in all)
        {
            if (line.IsBlank)
            {
                continue;
            }

            if (last is not null && Continues(last, line))
            {
                last.Describe(line);
            }
            else if (!line.StartsWithDash)
            {
                last = null;
            }
            else if (NoOption().IsMatch(line.Text))
            {
                last = null;
            }
            else if (SeveralOptions().IsMatch(line.Text) || Number().IsMatch(line.Text) || OptionSpelling.Read(line.Text, rules, column - line.Indent) is not { } spelling)
            {
                unread.Add(line);
                last = null;
            }
            else if (last is { Spelling.IsOpen: true })
            {
                last.Add(line, spelling);
            }
            else
            {
                entries.Add(last = new OptionEntry(line, spelling));
            }
        }

        return new OptionList(OptionMerge.Merge(entries.SelectMany(entry => OptionMerge.FromEntry(entry, rules))), unread);
    }

    /// <summary>Combines both lists, without options of the other one that this one has already omitted.</summary>
    public OptionList With(OptionList other)
        => new([.. OptionMerge.Merge([.. Options, .. other.Options])], [.. Unread, .. other.Unread]);

    /// <summary>Adds options that were read elsewhere, such as in the usage, unless they're already listed.</summary>
    public OptionList WithMissing(IEnumerable<HelpOption> others)
    {
        var known = Options.SelectMany(option => option.Names).ToHashSet(StringComparer.Ordinal);
        return new([.. Options, .. others.Where(other => !other.Names.Any(name => known.Contains(name) || OptionNames.IsCluster(name, known)))], Unread);
    }

    /// <summary><c>-</c> and <c>--</c> by themselves aren't options, and a line of dashes is decoration.</summary>
    [GeneratedRegex(@"^(--? |[^A-Za-z0-9]+$)")]
    private static partial Regex NoOption();

    /// <summary>A paragraph of names without descriptions, such as find's tests: <c>-amin N -anewer FILE -atime N</c>.</summary>
    [GeneratedRegex(@"^-[a-z]\w+( [A-Z;{}+[\]]\S*)* -[a-z][\w-]+(?: \S+)*$")]
    private static partial Regex SeveralOptions();

    /// <summary>A number as an option, such as grep's <c>-NUM</c> and xz's <c>-0 ... -9</c>.</summary>
    [GeneratedRegex(@"^-([A-Z]{3,}( |$)|\d ?\.\.\.? ?-\d)")]
    private static partial Regex Number();

    private static bool Continues(OptionEntry entry, HelpLine line)
    {
        if (entry.Spelling.IsOpen || line.Indent <= entry.Line.Indent)
        {
            return false;
        }

        if (!line.StartsWithDash)
        {
            return true;
        }

        return entry.DescriptionColumn is { } column
            ? line.Indent >= column
            : line.Indent > entry.Line.Indent + LongNameIndent;
    }
}
