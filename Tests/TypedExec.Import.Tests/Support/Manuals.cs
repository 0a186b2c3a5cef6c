using TypedExec.Import.Help;
using TypedExec.Import.Layouts;
using TypedExec.Import.Manual;

namespace TypedExec.Import.Tests.Support;

/// <summary>The manual pages of this machine.</summary>
internal static class Manuals
{
    private static readonly ManualPages Pages = ManualPages.OfMachine("");
    private static readonly ManualLayout Layout = new();

    /// <summary>The rendered page; skips the running test where there is none.</summary>
    public static async Task<HelpText> ReadAsync(string page)
    {
        var text = await FindAsync(page);
        Assert.SkipWhen(text is null, $"the manual page of {page} is not installed");
        return text!;
    }

    public static async Task<HelpText?> FindAsync(string page)
        => Pages.Find(page) is { } file ? await ManualText.ReadAsync(file, TestContext.Current.CancellationToken) : null;

    /// <summary>The page as man renders it, or where there is no man its source, to compare with.</summary>
    public static async Task<HelpText?> RenderAsync(string page)
        => Pages.Find(page) is { } file ? await ManualText.RenderAsync(file, TestContext.Current.CancellationToken) ?? await FindAsync(page) : null;

    /// <summary>The path of the page's file, or null.</summary>
    public static string? File(string page) => Pages.Find(page);

    /// <summary>What the tool reads from the page.</summary>
    public static HelpPage Page(HelpText text, params string[] path) => Layout.ReadPage(text, path);

    public static HelpPage Page(string text, params string[] path) => Page(HelpText.Parse(text), path);

    public static HelpOption Option(this HelpPage page, string name) => Assert.Single(page.Options, option => option.IsNamed(name));

    public static IReadOnlyList<string> Names(this HelpPage page) => [.. page.Options.SelectMany(option => option.Names)];
}
