using System.Globalization;
using System.Text;

namespace TypedExec.Shells;

/// <summary>Reads a composite format string, such as <c>grep {0} {1:X} {{</c>.</summary>
internal static class FormatParts
{
    /// <param name="format">The format, as created by the compiler for an interpolated string.</param>
    /// <param name="text">Gets each piece of text.</param>
    /// <param name="hole">Gets the argument index and the format of each hole.</param>
    /// <exception cref="FormatException">A brace isn't closed, or has no number.</exception>
    public static void Read(string format, Action<string> text, Action<int, string?> hole)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is not ('{' or '}'))
            {
                literal.Append(format[i]);
            }
            else if (i + 1 < format.Length && format[i + 1] == format[i])
            {
                literal.Append(format[i++]);
            }
            else
            {
                if (literal.Length > 0)
                {
                    text(literal.ToString());
                    literal.Clear();
                }

                i = ReadHole(format, i, hole);
            }
        }

        if (literal.Length > 0)
        {
            text(literal.ToString());
        }
    }

    /// <returns>The position of the closing brace.</returns>
    private static int ReadHole(string format, int start, Action<int, string?> hole)
    {
        var end = format.IndexOf('}', start);
        if (format[start] == '}' || end < 0)
        {
            throw new FormatException("The format has an unmatched brace.");
        }

        var parts = format[(start + 1)..end].Split(':', 2);
        var index = int.Parse(parts[0].Split(',')[0], NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        hole(index, parts.Length > 1 ? parts[1] : null);
        return end;
    }
}
