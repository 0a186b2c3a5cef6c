using System.Buffers;
using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// Windows PowerShell and PowerShell. A single-quoted string is literal except for quotes, which are doubled, including the
/// typographic ones that PowerShell reads as quotes too
/// (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules).
/// </summary>
/// <param name="preservesQuotes">True if arguments reach programs unchanged, as in PowerShell 7.3 and later
/// (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables, under
/// PSNativeCommandArgumentPassing). Windows PowerShell puts them on a command line without escaping quotes in them.</param>
internal sealed class PowerShellDialect(bool preservesQuotes) : ShellDialect
{
    private const string StopParsing = "--%";

    private static readonly SearchValues<char> Wildcards = SearchValues.Create("*?[]");

    /// <summary>Gets the call operator: a string where a command is expected is only a value; the operator runs it.</summary>
    protected override string CommandPrefix => "& ";

    // Node's documentation requires of a shell on Windows other than cmd.exe only that it supports -c, and passes that. It is
    // short for -Command in both programs; the profile is read, as in Node.
    public override IReadOnlyList<string> Arguments(string text) => ["-c", text];

    public override void AppendQuoted(StringBuilder builder, string word, bool isAdjacent)
    {
        if (!preservesQuotes && (word.Contains('"', StringComparison.Ordinal) || EndsUnclosed(word)))
        {
            throw new ArgumentException(
                "A hole contains a double quote, or spaces and a trailing backslash. Windows PowerShell passes these to programs "
                + "unescaped, so one argument becomes several. Use pwsh 7.3 or later, or ExecFile or Spawn without a shell.");
        }

        if (isAdjacent && word.AsSpan().ContainsAny(Wildcards))
        {
            throw new ArgumentException(
                "A hole next to other text contains one of * ? [ ]. PowerShell reads the two as one bare word, and also expands what is in  "
                + "quotes. Put the whole word into the hole.");
        }

        if (word == StopParsing && !isAdjacent)
        {
            throw new ArgumentException(
                "A hole contains --%, which PowerShell interprets even in quotes. Use ExecFile or Spawn without a shell.");
        }

        builder.Append('\'');
        foreach (var c in word)
        {
            builder.Append(c);
            if (PowerShellScanner.IsSingleQuote(c))
            {
                builder.Append(c);
            }
        }

        builder.Append('\'');
    }

    protected override bool IsSeparator(char c) => c is ' ' or '\t' or '\n' or ';' or '|' or '&' or '(' or ')' or '{' or '}' or ',';

    protected override HolePosition[] Scan(ShellTemplate line) => new PowerShellScanner(line.Text, line.KnownWords).Scan(line.Holes.Count);

    private static bool EndsUnclosed(string word) => word is [.., '\\'] && word.AsSpan().ContainsAny(" \t\n");
}
