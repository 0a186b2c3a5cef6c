using System.Text;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// Converts <c>DryRun</c> to <c>dry-run</c>, <c>HTTPProxy</c> to <c>http-proxy</c>, and <c>Utf8</c> to <c>utf8</c>.
/// </summary>
internal static class KebabCase
{
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var current = name[i];
            if (current == '_')
            {
                AddDash(text);
                continue;
            }

            if (i > 0 && char.IsUpper(current) && StartsWord(name, i))
            {
                AddDash(text);
            }

            text.Append(char.ToLowerInvariant(current));
        }

        return text.ToString();
    }

    // An upper-case letter starts a word after a lower-case letter or digit, and at the end of a run of upper-case letters if a
    // lower-case one follows.
    private static bool StartsWord(string name, int index)
        => !char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]));

    private static void AddDash(StringBuilder text)
    {
        if (text.Length > 0 && text[text.Length - 1] != '-')
        {
            text.Append('-');
        }
    }
}
