using System.Buffers;
using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// Windows PowerShell and PowerShell. A single-quoted string is literal but for its quotes, which are doubled, the
/// typographic ones among them, as PowerShell takes those for quotes too
/// (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules).
/// </summary>
/// <param name="passesQuotesOn">
/// Whether arguments reach programs as they are: PowerShell 7.3 and later
/// (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables, under
/// PSNativeCommandArgumentPassing); Windows PowerShell puts them on a command line without escaping quotes in them.
/// </param>
internal sealed class PowerShellDialect(bool passesQuotesOn) : ShellDialect
{
    private const string StopParsing = "--%";

    private static readonly SearchValues<char> Wildcards = SearchValues.Create("*?[]");

    /// <summary>A string where a command is expected is only a value; the call operator runs it.</summary>
    protected override string CommandPrefix => "& ";

    // Node's documentation asks of a shell on Windows other than cmd.exe only that it understands -c, and passes that.
    // It is short for -Command in both programs; the profile is read as it is in Node.
    public override IReadOnlyList<string> Arguments(string text) => ["-c", text];

    public override void AppendQuoted(StringBuilder builder, string word, bool isGlued)
    {
        if (!passesQuotesOn && (word.Contains('"', StringComparison.Ordinal) || EndsUnclosed(word)))
        {
            throw new ArgumentException(
                "A hole holds a double quote, or spaces and a backslash at its end. Windows PowerShell passes these to programs "
                + "unescaped, so that one argument becomes several. Use pwsh 7.3 or later, or ExecFile or Spawn without a shell.");
        }

        if (isGlued && word.AsSpan().ContainsAny(Wildcards))
        {
            throw new ArgumentException(
                "A hole beside other text holds one of * ? [ ]. PowerShell takes the two for one bare word, and expands what is in the "
                + "quotes, too. Put the whole word into the hole.");
        }

        if (word == StopParsing && !isGlued)
        {
            throw new ArgumentException(
                "A hole holds --%, which PowerShell takes for its own also in quotes. Use ExecFile or Spawn without a shell.");
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

    protected override HolePlace[] Scan(ShellLine line) => new PowerShellScanner(line.Text, line.KnownWords).Scan(line.Holes.Count);

    private static bool EndsUnclosed(string word) => word is [.., '\\'] && word.AsSpan().ContainsAny(" \t\n");
}
