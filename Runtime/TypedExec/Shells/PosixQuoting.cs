using System.Buffers;
using System.Text;

namespace TypedExec.Shells;

/// <summary>Quotes for POSIX shells: sh, bash, dash, zsh, ksh.</summary>
internal static class PosixQuoting
{
    // None of these means anything to a shell, wherever it stands in a word. A leading '=' does in zsh, '~' everywhere.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,@%+");

    /// <summary>One word that the shell reads as exactly this text. All but plain text stands in single quotes.</summary>
    public static void AppendQuoted(StringBuilder builder, string text)
    {
        if (text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain))
        {
            builder.Append(text);
            return;
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
