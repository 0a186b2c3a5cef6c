using System.Text;

namespace TypedExec.CommandLines.Text;

/// <summary>Converts a text of a specification to one line for an XML doc comment.</summary>
internal static class DocText
{
    public static string From(string text)
    {
        foreach (var character in text)
        {
            if (!IsPlain(character))
            {
                return Escape(text);
            }
        }

        return text;
    }

    private static bool IsPlain(char character) => character is >= ' ' and <= '~' and not ('&' or '<' or '>');

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                // Line ends of C#, which would end the comment.
                case '\u0085' or '\u2028' or '\u2029':
                    escaped.Append(' ');
                    break;
                default:
                    if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        escaped.Append(character).Append(text[++i]);
                    }
                    else if (!char.IsControl(character) && !char.IsSurrogate(character) && character is not ('\uFFFE' or '\uFFFF'))
                    {
                        escaped.Append(character);
                    }

                    break;
            }
        }

        return escaped.ToString();
    }
}
