using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// cmd.exe, which reads a command line twice: cmd itself looks for <c>&amp; | &lt; &gt; ( ) ^ %</c>, where only double quotes and
/// carets protect, and the program then splits the rest by the rules of the C runtime
/// (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
/// </summary>
/// <param name="isBatchFile">Returns whether a program is a batch file.</param>
internal sealed class CmdDialect(Func<string, bool> isBatchFile) : ShellDialect
{
    /// <summary>
    /// Gets true: the command is already quoted for cmd.exe. Quoting it once more would break it, so Node doesn't do it either.
    /// </summary>
    public override bool IsVerbatim => true;

    /// <summary>
    /// Runs it as Node does: <c>/d</c> without AutoRun commands from the registry, <c>/s</c> so that exactly the outer quotes are
    /// removed (https://nodejs.org/api/child_process.html#default-windows-shell).
    /// </summary>
    public override IReadOnlyList<string> Arguments(string text) => ["/d", "/s", "/c", $"\"{text}\""];

    /// <summary>Appends one argument in double quotes.</summary>
    /// <remarks>
    /// A quote in it becomes <c>\^"</c> outside of them, so that cmd's own count of quotes stays even. A percent sign becomes
    /// <c>^%</c> outside of them, so that the text after it, up to the next percent sign, begins with a quote, which no
    /// variable's name does. Backslashes before a quote are doubled, as the C runtime requires.
    /// </remarks>
    public override void AppendQuoted(StringBuilder builder, string word, bool isAdjacent)
    {
        if (word.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            throw new ArgumentException(
                "A hole contains a line break, which ends a cmd.exe command even if it is quoted. Run the program with ExecFile "
                + "or Spawn, without a shell, or use another shell.");
        }

        if (!isAdjacent && IsPlain(word))
        {
            builder.Append(word);
            return;
        }

        builder.Append('"');
        var backslashes = 0;
        foreach (var c in word)
        {
            switch (c)
            {
                case '"':
                    builder.Append('\\', backslashes).Append("\"\\^\"\"");
                    break;
                case '%':
                    builder.Append('\\', backslashes).Append("\"^%\"");
                    break;
                default:
                    builder.Append(c);
                    break;
            }

            backslashes = c == '\\' ? backslashes + 1 : 0;
        }

        builder.Append('\\', backslashes).Append('"');
    }

    protected override bool IsSeparator(char c) => c is ' ' or '\t' or '\n' or '|' or '&' or '(' or ')';

    protected override HolePosition[] Scan(ShellTemplate line) => new CmdScanner(line, isBatchFile).Scan();

    private static bool IsPlain(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.' or ':' or '\\'))
            {
                return false;
            }
        }

        return word.Length > 0;
    }
}
