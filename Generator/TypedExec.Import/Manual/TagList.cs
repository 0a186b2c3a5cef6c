using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Manual;

/// <summary>
/// Reads the tagged paragraphs of a manual page that start with a dash: <c>-a, --all</c> with its description below it, or on
/// the same line if the tag is short. Several tags in successive lines, as in wget's page, are spellings of one option.
/// </summary>
internal static partial class TagList
{
    /// <summary>The maximum indent of a tag, except for one within another one's description.</summary>
    private const int MaxTagIndent = 8;

    public static (IReadOnlyList<HelpOption> Options, IReadOnlyList<HelpLine> Unread) Read(IEnumerable<HelpLine> lines, SpellingRules rules)
    {
        var all = lines.Select(WithoutBullet).ToList();
        var column = BodyColumn(all);
        var options = new List<HelpOption>();
        var unread = new List<HelpLine>();
        for (var i = 0; i < all.Count; i++)
        {
            if (!IsTag(all, i))
            {
                continue;
            }

            var first = i;
            var spellings = new List<List<SpelledName>> { new() };
            var body = new List<string>();
            var repeatable = false;
            for (; ; i++)
            {
                var (tag, text) = Split(all, i, column);

                // "--colour / -C and --plain / -M": two options that share a description.
                var parts = And().Split(tag).Select(part => TagSpelling.Read(part, rules)).OfType<SpelledOption>().ToList();
                for (var part = 0; part < parts.Count; part++)
                {
                    repeatable |= parts[part].IsRepeatable;
                    if (part == spellings.Count)
                    {
                        spellings.Add([]);
                    }

                    spellings[part].AddRange(parts[part].Names);
                }

                if (parts.Count == 0)
                {
                    unread.Add(all[i]);
                }

                if (text.Length > 0)
                {
                    body.Add(text);
                }

                // Another tag without a blank line between them is another spelling.
                if (body.Count > 0 || i + 1 == all.Count || !all[i + 1].StartsWithDash || all[i + 1].Indent != all[first].Indent)
                {
                    break;
                }
            }

            body.AddRange(Body(all, i, all[first].Indent));
            options.AddRange(spellings.SelectMany(TagNames.Split).SelectMany(names => OptionMerge.FromTag(names, body, repeatable, all[first].Number)));
        }

        return (OptionMerge.Merge(options), unread);
    }

    /// <summary>
    /// Whether the line is a tag: it starts with a dash, at the start of a paragraph. Within another tag's description, it must also have
    /// its own description below it, because sentences may start with options too.
    /// </summary>
    private static bool IsTag(List<HelpLine> lines, int index)
    {
        var line = lines[index];
        if (!line.StartsWithDash || line.Text is ['-', ' ', ..] or ['-', '-', ' ', ..] or ['-', '-', '-', ..] || line.Indent == 0 || (index > 0 && lines[index - 1] is { IsBlank: false } before && before.Indent == line.Indent && !before.StartsWithDash))
        {
            return false;
        }

        return line.Indent <= MaxTagIndent || HasBodyBelow(lines, index);
    }

    private static bool HasBodyBelow(List<HelpLine> lines, int index)
    {
        var next = index + 1;
        while (next < lines.Count && lines[next].StartsWithDash && lines[next].Indent == lines[index].Indent && Columns.AfterGap(lines[next]) is null)
        {
            next++;
        }

        return next < lines.Count && !lines[next].IsBlank && lines[next].Indent > lines[index].Indent;
    }

    /// <summary>Splits a line into its tag and the part of the description on the same line.</summary>
    private static (string Tag, string Text) Split(List<HelpLine> lines, int index, int? column)
    {
        var line = lines[index];
        var gap = Columns.AfterGap(line);
        if (HasBodyBelow(lines, index) && !(gap is not null && gap == NextIndent(lines, index)))
        {
            return (line.Text, "");
        }

        return gap is null && column is null ? (line.Text, "") : Columns.Split(line, column) ?? (line.Text, "");
    }

    private static int NextIndent(List<HelpLine> lines, int index) => index + 1 < lines.Count ? lines[index + 1].Indent : -1;

    /// <summary>The lines below a tag that are indented further, including blank lines.</summary>
    private static IEnumerable<string> Body(List<HelpLine> lines, int index, int indent)
    {
        for (var i = index + 1; i < lines.Count && (lines[i].IsBlank || lines[i].Indent > indent); i++)
        {
            yield return lines[i].Text;
        }
    }

    /// <summary>The column where most descriptions start.</summary>
    private static int? BodyColumn(List<HelpLine> lines)
        => Enumerable.Range(0, lines.Count)
            .Where(index => IsTag(lines, index))
            .Select(index => HasBodyBelow(lines, index) ? NextIndent(lines, index) : Columns.AfterGap(lines[index]) ?? -1)
            .Where(column => column > 0)
            .GroupBy(column => column)
            .OrderByDescending(group => group.Count())
            .Select(group => (int?)group.Key)
            .FirstOrDefault();

    /// <summary>The line without a leading bullet, as in pages that were generated from Markdown.</summary>
    private static HelpLine WithoutBullet(HelpLine line)
    {
        if (line.Text is not (['○' or '•' or '·' or '*', ' ', ..] or ['o', ' ', ' ', ..]))
        {
            return line;
        }

        // The tag keeps the bullet's column, so that its description is still further to the right.
        var text = line.Text[1..].TrimStart();
        return text is ['-', _, ..] ? line with { Text = text } : line;
    }

    [GeneratedRegex(@"\s+and\s+(?=-)")]
    private static partial Regex And();
}
