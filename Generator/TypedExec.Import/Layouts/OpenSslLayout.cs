using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Layouts;

/// <summary>
/// OpenSSL: the commands side by side below <c>Standard commands</c>, and <c>openssl req -help</c> for one of them. The
/// digests and ciphers are commands too, and all have the same options.
/// </summary>
internal sealed partial class OpenSslLayout : Layout
{
    /// <summary>The commands' own pages are plain lists.</summary>
    private static readonly GnuLayout Commands = new();

    public override string Name => "openssl";

    public override IReadOnlyList<string> HelpArguments => ["-help"];

    public override int Signs(HelpText text) => text.Has(StandardHeading()) ? 12 : 0;

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        if (path.Count > 1)
        {
            return Commands.ReadPage(text, path);
        }

        var commands = new List<HelpCommand>();
        var (isList, isStandard) = (false, false);
        foreach (var line in text.Lines)
        {
            if (Heading().IsMatch(line.Text))
            {
                (isList, isStandard) = (true, StandardHeading().IsMatch(line.Text));
            }
            else if (isList)
            {
                commands.AddRange(line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new HelpCommand([name], "") { IsComplete = !isStandard }));
            }
        }

        return new HelpPage { Description = "Cryptography toolkit", Commands = commands };
    }

    [GeneratedRegex("^Standard commands$")]
    private static partial Regex StandardHeading();

    [GeneratedRegex(@"^(Standard|Message Digest|Cipher) commands\b")]
    private static partial Regex Heading();
}
