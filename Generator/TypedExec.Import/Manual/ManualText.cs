using TypedExec.Import.Help;

namespace TypedExec.Import.Manual;

/// <summary>
/// The text of a manual page, on lines that are never wrapped. Its source is read first: a program may have hundreds of pages,
/// and <c>man</c> takes a fifth of a second for each. What is compressed in another way than by gzip is left to <c>man</c>.
/// </summary>
internal static class ManualText
{
    private static readonly ExecFileOptions Options = new()
    {
        // A line as long as any paragraph: no tag, and no option in a sentence, is cut in two.
        Env = new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8", ["MANWIDTH"] = "2000", ["MANROFFOPT"] = null, ["MANOPT"] = null, ["TERM"] = "dumb" },
        Input = "",
        Timeout = TimeSpan.FromSeconds(30),
        MaxBuffer = 50_000_000,
        ThrowOnFailure = false,
    };

    /// <summary>The page's text, from its source; null when it cannot be read.</summary>
    public static async Task<HelpText?> ReadAsync(string file, CancellationToken cancellationToken)
        => await Roff.RoffPage.ReadAsync(file, cancellationToken) is { IsEmpty: false } text ? text : await RenderAsync(file, cancellationToken);

    /// <summary>The page as <c>man</c> renders it; null when there is no <c>man</c>, or it refuses.</summary>
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
