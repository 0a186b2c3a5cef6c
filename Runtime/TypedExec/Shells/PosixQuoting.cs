using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace TypedExec.Shells;

/// <summary>Quotes for POSIX shells: sh, bash, dash, zsh, ksh.</summary>
internal static class PosixQuoting
{
    // No shell gives any of these a meaning, wherever they are in a word. A leading '=' has one in zsh, '~' everywhere.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,@%+");

    // The words that sh, bash, ksh or zsh read as grammar rather than as a command's name.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "if", "then", "else", "elif", "fi", "do", "done", "case", "esac", "while", "until", "for", "in", "select",
        "function", "time", "coproc", "foreach", "end", "repeat", "nocorrect", "noglob", "-");

    /// <summary>
    /// Appends one word that the shell reads as exactly this text. Everything but plain text is put into single quotes.
    /// </summary>
    /// <param name="builder">The builder to append to.</param>
    /// <param name="text">The word.</param>
    /// <param name="isAdjacent">True if it is directly adjacent to other text. Then it is always quoted, because <c>2</c> next to
    /// <c>&gt;</c> is a descriptor and <c>root</c> after <c>~</c> a home directory.</param>
    public static void AppendQuoted(StringBuilder builder, string text, bool isAdjacent = false)
    {
        if (!isAdjacent && text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain) && !Reserved.Contains(text))
        {
            builder.Append(text);
            return;
        }

        if (builder.Length > 0 && builder[^1] == '\'')
        {
            // With the option RC_QUOTES, zsh reads '' inside quotes as one quote.
            builder.Append("\"\"");
        }

        builder.Append('\'').Append(text.Replace("'", @"'\''", StringComparison.Ordinal)).Append('\'');
    }

    /// <summary>Joins the words of a command line with spaces.</summary>
    public static string Join(string file, IEnumerable<string> arguments)
    {
        var builder = new StringBuilder();
        AppendQuoted(builder, file);
        foreach (var argument in arguments)
        {
            AppendQuoted(builder.Append(' '), argument);
        }

        return builder.ToString();
    }
}
