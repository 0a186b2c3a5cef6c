using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace TypedExec.Shells;

/// <summary>Quotes for POSIX shells: sh, bash, dash, zsh, ksh.</summary>
internal static class PosixQuoting
{
    // None of these means anything to a shell, wherever it stands in a word. A leading '=' does in zsh, '~' everywhere.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,@%+");

    // What sh, bash, ksh or zsh take for their grammar instead of for a command's name.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "if", "then", "else", "elif", "fi", "do", "done", "case", "esac", "while", "until", "for", "in", "select",
        "function", "time", "coproc", "foreach", "end", "repeat", "nocorrect", "noglob", "-");

    /// <summary>One word that the shell reads as exactly this text. All but plain text stands in single quotes.</summary>
    /// <param name="builder">What it is added to.</param>
    /// <param name="text">The word.</param>
    /// <param name="isGlued">
    /// Whether it stands directly beside other text: then it is quoted in any case, as <c>2</c> beside <c>&gt;</c> is a
    /// descriptor and <c>root</c> behind <c>~</c> a home directory.
    /// </param>
    public static void AppendQuoted(StringBuilder builder, string text, bool isGlued = false)
    {
        if (!isGlued && text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain) && !Reserved.Contains(text))
        {
            builder.Append(text);
            return;
        }

        if (builder.Length > 0 && builder[^1] == '\'')
        {
            // zsh with the option RC_QUOTES reads '' inside quotes as one quote.
            builder.Append("\"\"");
        }

        builder.Append('\'').Append(text.Replace("'", @"'\''", StringComparison.Ordinal)).Append('\'');
    }

    /// <summary>The words of a command line, separated by spaces.</summary>
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
