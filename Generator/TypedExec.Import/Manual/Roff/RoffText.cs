using System.Text;

namespace TypedExec.Import.Manual.Roff;

/// <summary>Converts the escape sequences of roff to plain text: fonts and sizes are removed, special characters are looked up.</summary>
internal static class RoffText
{
    /// <summary>Represents <c>\c</c> at the end of a line: the next line continues it without a space.</summary>
    public const char Joiner = '\u0001';

    private static readonly Dictionary<string, string> Characters = new(StringComparer.Ordinal)
    {
        ["aq"] = "'", ["dq"] = "\"", ["cq"] = "’", ["oq"] = "‘", ["lq"] = "“", ["rq"] = "”", ["ha"] = "^", ["ti"] = "~",
        ["hy"] = "-", ["en"] = "–", ["em"] = "—", ["mi"] = "-", ["bu"] = "•", ["ci"] = "○", ["co"] = "©", ["rg"] = "®", ["ga"] = "`",
        ["rs"] = "\\", ["sl"] = "/", ["at"] = "@", ["sh"] = "#", ["Do"] = "$", ["ba"] = "|", ["or"] = "|", ["bv"] = "|",
        ["la"] = "<", ["ra"] = ">", ["lt"] = "<", ["gt"] = ">", ["lB"] = "[", ["rB"] = "]", ["lC"] = "{", ["rC"] = "}",
        ["->"] = "->", ["<-"] = "<-", ["<="] = "<=", [">="] = ">=", ["mu"] = "x", ["pl"] = "+", ["eq"] = "=", ["**"] = "*",
        ["ua"] = "^", ["de"] = "°", ["Fo"] = "«", ["Fc"] = "»", ["fo"] = "‹", ["fc"] = "›", ["dg"] = "†", ["sc"] = "§", ["ul"] = "_",
    };

    /// <summary>The text without escape sequences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="strings">The values of <c>\*x</c>.</param>
    public static string Plain(string text, IReadOnlyDictionary<string, string> strings)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case '(' or '[':
                    i--;
                    plain.Append(Character(Name(text, ref i)));
                    break;
                case '*':
                    plain.Append(strings.TryGetValue(Name(text, ref i), out var value) ? Plain(value, strings) : "");
                    break;
                case 'f' or 'F' or 'm' or 'M' or 'n' or 'k' or 'g':
                    Name(text, ref i);
                    break;
                case 's':
                    Size(text, ref i);
                    break;
                case 'h' or 'v' or 'w' or 'X' or 'Z' or 'o' or 'l' or 'L' or 'D' or 'b' or 'N' or 'x' or 'A' or 'B' or 'R' or 'Y' or 'C':
                    Quoted(text, ref i);
                    break;
                case '"' or '#':
                    return plain.ToString();
                case 'c':
                    plain.Append(Joiner);
                    break;
                case ' ' or '~' or '0' or 't':
                    plain.Append(' ');
                    break;
                case 'e' or '\\':
                    plain.Append('\\');
                    break;
                case '-' or '.' or '\'' or '`' or '_':
                    plain.Append(text[i]);
                    break;
            }
        }

        return plain.ToString();
    }

    /// <summary>The name after an escape: one character, <c>(xx</c>, or <c>[name]</c>, possibly with a sign, as in <c>\n+x</c>.</summary>
    private static string Name(string text, ref int i)
    {
        var at = i + 1;
        if (at < text.Length && text[at] is '+' or '-')
        {
            at++;
        }

        if (at >= text.Length)
        {
            i = text.Length - 1;
            return "";
        }

        switch (text[at])
        {
            case '(':
                i = Math.Min(at + 2, text.Length - 1);
                return text[(at + 1)..(i + 1)];
            case '[':
                i = text.IndexOf(']', at) is > 0 and var end ? end : text.Length - 1;
                return text[(at + 1)..i];
            default:
                i = at;
                return text[at].ToString();
        }
    }

    private static void Size(string text, ref int i)
    {
        var at = i + 1;
        while (at < text.Length && text[at] is '+' or '-')
        {
            at++;
        }

        if (at < text.Length && text[at] is '(' or '[')
        {
            i = at - 1;
            Name(text, ref i);
            return;
        }

        i = Math.Min(at, text.Length - 1);
    }

    /// <summary>Skips <c>'…'</c>.</summary>
    private static void Quoted(string text, ref int i)
    {
        if (i + 1 < text.Length)
        {
            i = text.IndexOf(text[i + 1], i + 2) is > 0 and var end ? end : text.Length - 1;
        }
    }

    private static string Character(string name)
        => Characters.TryGetValue(name, out var text) ? text
            : name is ['u', .. { Length: >= 4 } hex] && int.TryParse(hex, System.Globalization.NumberStyles.HexNumber, null, out var code) && Rune.IsValid(code) ? new Rune(code).ToString()
            : name.Length > 0 && char.IsAsciiLetter(name[0]) && name.Length == 2 && name[1] is '\'' or '`' or ':' or '^' or '~' or ',' ? name[..1]
            : "";
}
