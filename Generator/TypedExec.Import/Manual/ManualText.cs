using TypedExec.Import.Help;

namespace TypedExec.Import.Manual;

/// <summary>
/// The text of a manual page, without wrapped lines. It is read from the page's source, because a program may have hundreds of pages,
/// and <c>man</c> takes a fifth of a second for each. <c>man</c> is used only if the source is compressed other than with gzip.
/// </summary>
internal static class ManualText
{
    private static readonly ExecFileOptions Options = new()
    {
        // A width beyond any paragraph, so that no tag or option is split across lines.
        Env = new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8", ["MANWIDTH"] = "2000", ["MANROFFOPT"] = null, ["MANOPT"] = null, ["TERM"] = "dumb" },
        Input = "",
        Timeout = TimeSpan.FromSeconds(30),
        MaxBuffer = 50_000_000,
        ThrowOnFailure = false,
    };

    /// <summary>The page's text, from its source; null if it can't be read.</summary>
    public static async Task<HelpText?> ReadAsync(string file, CancellationToken cancellationToken)
        => await Roff.RoffPage.ReadAsync(file, cancellationToken) is { IsEmpty: false } text ? text : await RenderAsync(file, cancellationToken);

    /// <summary>The page as rendered by <c>man</c>; null if <c>man</c> is missing or fails.</summary>
    public static async Task<HelpText?> RenderAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var man = new Man { LocalFile = true, NoHyphenation = true, NoJustification = true, Pager = "cat", Page = file };
            var result = await man.ExecFile(Options, cancellationToken);
            return HelpText.Parse(result.Stdout) is { IsEmpty: false } text ? text : null;
        }
        catch (ExecException)
        {
            return null;
        }
    }
}
