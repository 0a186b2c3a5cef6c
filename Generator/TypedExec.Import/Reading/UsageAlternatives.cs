using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>The alternatives of a usage line: <c>a | b</c>.</summary>
internal static class UsageAlternatives
{
    /// <summary>Splits a text at the bars outside of brackets.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        var cursor = new Cursor(text);
        var start = 0;
        while (!cursor.AtEnd)
        {
            cursor.SkipSpaces();
            if (cursor.Current == '|')
            {
                parts.Add(text[start..cursor.Position].Trim());
                cursor.Position++;
                start = cursor.Position;
            }
            else if (cursor.TakeToken("|").Length == 0 && !cursor.AtEnd)
            {
                cursor.Position++;
            }
        }

        parts.Add(text[start..].Trim());
        return [.. parts.Where(part => part.Length > 0)];
    }

    /// <summary>
    /// Returns whether <c>-q | --quiet</c> are two names of one option, because the letter starts a word of the long name.
    /// </summary>
    public static bool AreNamesOfOne(string before, IReadOnlyList<string> names)
        => before is ['-', var letter and not '-'] && names is [['-', '-', .. var name]]
            && (name.Split('-').Any(word => word.StartsWith(letter.ToString(), StringComparison.OrdinalIgnoreCase)) || (letter, name) is ('n', "dry-run"));

    /// <summary>Returns both names as one option.</summary>
    public static HelpOption Merge(HelpOption shorter, HelpOption longer) => longer with { Names = [.. shorter.Names, .. longer.Names] };
}
