using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Tests.Support;

/// <summary>
/// Counts the options of a manual page in a way of its own, to measure the reader by: every name in a line
/// that begins with a dash where options are described, up to its description.
/// </summary>
internal static partial class ListedOptions
{
    private const int MaxIndent = 8;

    public static IReadOnlySet<string> Of(HelpText page)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var heading = "";
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            if (line is { IsBlank: false, Indent: 0 })
            {
                heading = line.Text;
            }
            else if (!line.IsBlank && !NoOptions().IsMatch(heading) && line.Indent <= MaxIndent && Bullet().Replace(line.Text, "") is ['-', not ' ', ..] and var text)
            {
                Add(names, Tag(text, i + 1 < page.Lines.Count ? page.Lines[i + 1] : line, line.Indent));
            }
        }

        return names;
    }

    /// <summary>The part of the line that is the tag: all of it above its description, else what stands before a gap.</summary>
    private static string Tag(string text, HelpLine next, int indent)
    {
        var head = Gap().Split(text)[0];
        return !next.IsBlank && next.Indent > indent ? text : head.Length > 40 || !head.Contains(", -", StringComparison.Ordinal) ? head.Split(' ')[0] : head;
    }

    private static void Add(HashSet<string> names, string tag)
    {
        foreach (Match match in Name().Matches(tag))
        {
            var name = match.Groups["name"].Value.TrimEnd('-', '.');
            if (match.Groups["no"].Success)
            {
                names.Add($"--{name}");
                names.Add($"--no-{name}");
            }
            else
            {
                names.Add(match.Groups["dash"].Value + name);
            }
        }
    }

    [GeneratedRegex(@"(?<=^|[\s,|/\[({])(?<dash>--?)(?<no>\[no-?\])?(?<name>[A-Za-z0-9?#@](?:[\w#?+-]|\.(?=\w))*)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[○•·*] +")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(
        "^(NAME|SYNOPSIS|EXAMPLES?|SEE ALSO|AUTHORS?.*|COPYRIGHT|HISTORY|BUGS|REPORTING BUGS|STANDARDS.*|COMPATIBILITY|FILES|ENVIRONMENT.*|EXIT (STATUS|CODES?|VALUES?)|RETURN VALUES?|DIAGNOSTICS)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoOptions();
}
