using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// A shell whose quoting is unknown, such as csh or nu. It runs texts, but the content of a hole must be plain, because nothing
/// can be quoted safely.
/// </summary>
internal sealed class UnknownDialect(string path) : ShellDialect
{
    public override void AppendQuoted(StringBuilder builder, string word, bool isAdjacent)
    {
        var isPlain = word.Length > 0;
        foreach (var c in word)
        {
            isPlain &= char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/';
        }

        if (!isPlain || isAdjacent)
        {
            throw new ArgumentException(
                $"TypedExec doesn't support quoting for the shell '{path}', so it can't pass a hole to it. It supports  "
                + "sh, dash, bash, ksh, zsh, fish, cmd, powershell and pwsh. Or use ShellCommand.Raw with text that you have quoted.");
        }

        builder.Append(word);
    }

    protected override HolePosition[] Scan(ShellTemplate line) => new HolePosition[line.Holes.Count];
}
