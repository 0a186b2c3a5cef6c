namespace TypedExec.Benchmarks.Figures;

/// <summary>A part of a page that is rewritten by the report: from <c>&lt;!-- figures: name --&gt;</c> to <c>&lt;!-- /figures --&gt;</c>.</summary>
internal static class MarkedSection
{
    private const string End = "<!-- /figures -->";

    /// <exception cref="InvalidOperationException">The page doesn't have the section.</exception>
    public static string Replace(string page, string name, string content)
    {
        var mark = $"<!-- figures: {name} -->";
        var start = page.IndexOf(mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf(End, start, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new InvalidOperationException($"The page has no section from \"{mark}\" to \"{End}\".");
        }

        return $"{page[..(start + mark.Length)]}\n\n{content.Trim()}\n\n{page[end..]}";
    }
}
