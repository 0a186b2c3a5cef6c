using System.Text;

namespace TypedExec.Shells;

/// <summary>sh, dash, bash, ksh, zsh.</summary>
internal sealed class PosixDialect : ShellDialect
{
    public override IReadOnlyList<string> Arguments(string text) => ["-c", text];

    public override void AppendQuoted(StringBuilder builder, string word) => PosixQuoting.AppendQuoted(builder, word);

    protected override bool EndsInsideQuotes(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\'')
            {
                quote = c == '\'' ? '\0' : quote;
            }
            else if (c == '\\')
            {
                i++;
            }
            else if (quote == '"')
            {
                quote = c == '"' ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
        }

        return quote != '\0';
    }
}
