using System.Text;

namespace TypedExec.Shells;

/// <summary>sh, dash, bash, ksh, zsh and busybox.</summary>
/// <param name="supportsAnsiQuotes">True if <c>$'…'</c> is a quote with backslashes, as in bash, ksh and zsh. Null for sh, which may
/// be either kind, so that a hole must be safe in both readings.</param>
/// <param name="applet">The argument that makes the program a shell, or null.</param>
/// <param name="quotesAll">True to quote plain words too: zsh replaces those that are the name of a global alias.</param>
internal sealed class PosixDialect(bool? supportsAnsiQuotes, string? applet = null, bool quotesAll = false) : ShellDialect
{
    public override IReadOnlyList<string> Arguments(string text) => applet is null ? base.Arguments(text) : [applet, "-c", text];

    public override void AppendQuoted(StringBuilder builder, string word, bool isAdjacent)
        => PosixQuoting.AppendQuoted(builder, word, isAdjacent || quotesAll);

    protected override HolePosition[] Scan(ShellTemplate line)
    {
        var places = new PosixScanner(line.Text, supportsAnsiQuotes ?? true, line.KnownWords).Scan(line.Holes.Count);
        if (supportsAnsiQuotes is null && line.Text.Contains("$'", StringComparison.Ordinal))
        {
            var others = new PosixScanner(line.Text, supportsAnsiQuotes: false, line.KnownWords).Scan(line.Holes.Count);
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = places[i].Refusal is null ? others[i] : places[i];
            }
        }

        return places;
    }
}
