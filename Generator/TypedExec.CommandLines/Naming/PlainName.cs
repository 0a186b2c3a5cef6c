using System.Globalization;
using System.Text;

namespace TypedExec.CommandLines.Naming;

/// <summary>
/// The C# name that a person would choose: <c>--dry-run</c> is <c>DryRun</c>, <c>-v</c> is <c>V</c>, <c>-V</c> is <c>UpperV</c>,
/// <c>-1</c> is <c>Option1</c>, <c>+t</c> is <c>PlusT</c>, <c>-?</c> is <c>Question</c>. It consists of letters and digits and
/// begins with a letter. Two spellings may have the same one, which <see cref="MemberNames"/> resolves.
/// </summary>
internal static class PlainName
{
    /// <summary>Returns the name of an option.</summary>
    public static string ForOption(string spelling)
    {
        var bare = spelling.TrimStart('-');
        return bare.Length == 1 && bare[0] is >= 'A' and <= 'Z' ? "Upper" + bare : Create(spelling, "Option", areSignsWords: true);
    }

    /// <summary>Returns the name of a subcommand's class.</summary>
    public static string ForSubcommand(string name)
    {
        var bare = name.TrimStart('-');
        return bare.Length == 1 && bare[0] is >= 'A' and <= 'Z' ? "Upper" + bare : Create(name, "Command", areSignsWords: true);
    }

    /// <summary>
    /// Returns the name of an argument, which may contain any characters in a help text: <c>[FILE]...</c> is <c>File</c>.
    /// </summary>
    public static string ForArgument(string name)
    {
        var text = name.Any(char.IsLower) ? name : name.ToLowerInvariant();
        return Create(text, "Argument", areSignsWords: false);
    }

    /// <summary>Returns the name of a constant for a value.</summary>
    public static string ForValue(string value) => Create(value, "Value", areSignsWords: true);

    /// <summary>Returns the name of a symbol, or null for letters, digits and characters that merely separate words.</summary>
    public static string? ForSign(char sign) => sign switch
    {
        '+' => "Plus",
        '?' => "Question",
        '#' => "Hash",
        '@' => "At",
        '!' => "Bang",
        '%' => "Percent",
        '&' => "And",
        '*' => "Star",
        '^' => "Caret",
        '$' => "Dollar",
        '\\' => "Backslash",
        ';' => "Semicolon",
        '~' => "Tilde",
        _ when IsLetterOrDigit(sign) || IsBetweenWords(sign) => null,
        _ => "U" + ((int)sign).ToString("X4", CultureInfo.InvariantCulture),
    };

    private static string Create(string text, string kind, bool areSignsWords)
    {
        var name = new StringBuilder(text.Length + 8);
        AppendWords(name, text, areSignsWords);
        if (name.Length == 0)
        {
            AppendSigns(name, text);
        }

        return name.Length == 0 ? kind : char.IsLetter(name[0]) ? name.ToString() : kind + name;
    }

    private static void AppendWords(StringBuilder name, string text, bool areSignsWords)
    {
        var startsWord = true;
        foreach (var character in text)
        {
            if (IsLetterOrDigit(character))
            {
                name.Append(startsWord ? char.ToUpperInvariant(character) : character);
                startsWord = false;
                continue;
            }

            startsWord = true;
            if (areSignsWords)
            {
                name.Append(ForSign(character));
            }
        }
    }

    // A name that consists only of symbols: "--" is DashDash.
    private static void AppendSigns(StringBuilder name, string text)
    {
        foreach (var character in text)
        {
            name.Append(character switch
            {
                '-' => "Dash",
                '_' => "Underscore",
                '.' => "Dot",
                ':' => "Colon",
                '=' => "Equals",
                '/' => "Slash",
                ',' => "Comma",
                '|' => "Bar",
                '<' => "Less",
                '>' => "Greater",
                '(' or ')' or '[' or ']' or '{' or '}' => "Bracket",
                '"' or '\'' or '`' => "Quote",
                _ => ForSign(character),
            });
        }
    }

    private static bool IsBetweenWords(char character)
        => character is ' ' or '-' or '_' or '.' or ':' or '=' or '/' or ',' or '|' or '<' or '>' or '(' or ')'
            or '[' or ']' or '{' or '}' or '"' or '\'' or '`' or '…';

    private static bool IsLetterOrDigit(char character) => char.IsLetter(character) || char.IsDigit(character);
}
