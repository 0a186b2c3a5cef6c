using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// A shell whose quoting is not known, such as csh or nu: it runs texts, but what a hole holds must be plain, as nothing
/// can be quoted safely.
/// </summary>
internal sealed class UnknownDialect(string path) : ShellDialect
{
    public override void AppendQuoted(StringBuilder builder, string word, bool isGlued)
    {
        var isPlain = word.Length > 0;
        foreach (var c in word)
        {
            isPlain &= char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/';
        }

        if (!isPlain || isGlued)
        {
            throw new ArgumentException(
                $"TypedExec does not know how to quote for the shell '{path}', so it cannot pass a hole to it. It quotes for "
                + "sh, dash, bash, ksh, zsh, fish, cmd, powershell and pwsh; or use ShellCommand.Raw with a text that you have quoted.");
        }

        builder.Append(word);
    }

    protected override HolePlace[] Scan(ShellLine line) => new HolePlace[line.Holes.Count];
}
