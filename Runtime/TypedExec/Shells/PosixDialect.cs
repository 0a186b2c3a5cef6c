using System.Text;

namespace TypedExec.Shells;

/// <summary>sh, dash, bash, ksh, zsh, busybox.</summary>
/// <param name="knowsAnsiQuotes">
/// Whether <c>$'…'</c> is a quote with backslashes, as in bash, ksh and zsh; null for sh, which may be either kind, so that
/// a hole must stand right in both readings.
/// </param>
/// <param name="applet">What the program has to be told to be a shell, or null.</param>
/// <param name="quotesAll">Whether plain words are quoted too: zsh replaces those that are the name of a global alias.</param>
internal sealed class PosixDialect(bool? knowsAnsiQuotes, string? applet = null, bool quotesAll = false) : ShellDialect
{
    public override IReadOnlyList<string> Arguments(string text) => applet is null ? base.Arguments(text) : [applet, "-c", text];

    public override void AppendQuoted(StringBuilder builder, string word, bool isGlued)
        => PosixQuoting.AppendQuoted(builder, word, isGlued || quotesAll);

    protected override HolePlace[] Scan(ShellLine line)
    {
        var places = new PosixScanner(line.Text, knowsAnsiQuotes ?? true, line.KnownWords).Scan(line.Holes.Count);
        if (knowsAnsiQuotes is null && line.Text.Contains("$'", StringComparison.Ordinal))
        {
            var others = new PosixScanner(line.Text, knowsAnsiQuotes: false, line.KnownWords).Scan(line.Holes.Count);
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = places[i].Refusal is null ? others[i] : places[i];
            }
        }

        return places;
    }
}
