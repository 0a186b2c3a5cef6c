using System.Text;

namespace TypedExec.Shells;

/// <summary>What differs from shell to shell: how a word is quoted, and how the shell is told to run a text.</summary>
internal abstract class ShellDialect
{
    public static ShellDialect Posix { get; } = new PosixDialect();

    /// <summary>The dialect of the shell at this path.</summary>
    public static ShellDialect Of(string path)
    {
        _ = path;
        return Posix;
    }

    /// <summary>The arguments that make the shell run a text.</summary>
    public abstract IReadOnlyList<string> Arguments(string text);

    /// <summary>Adds one word that the shell takes literally.</summary>
    public abstract void AppendQuoted(StringBuilder builder, string word);

    /// <summary>Whether the text so far ends inside quotes, where a quoted word would not be one.</summary>
    protected abstract bool EndsInsideQuotes(ReadOnlySpan<char> text);

    /// <summary>The command line.</summary>
    /// <exception cref="ArgumentException">A hole stands inside quotes.</exception>
    public string Render(IReadOnlyList<ShellPart> parts, bool isShown)
    {
        var builder = new StringBuilder();
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Literal is { } literal)
            {
                builder.Append(literal);
                text.Append(literal);
                continue;
            }

            if (EndsInsideQuotes(text.ToString()))
            {
                throw new ArgumentException(
                    $"A hole stands inside quotes, after: {text}. Remove the quotes: a hole is quoted for the shell by itself.");
            }

            AppendWords(builder, isShown ? part.ShownWords : part.LiteralWords);
        }

        return builder.ToString();
    }

    private void AppendWords(StringBuilder builder, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                builder.Append(' ');
            }

            AppendQuoted(builder, words[i]);
        }
    }
}
