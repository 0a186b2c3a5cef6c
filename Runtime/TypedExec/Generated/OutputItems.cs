namespace TypedExec.Generated;

/// <summary>Splits captured output into items.</summary>
internal static class OutputItems
{
    public static string WithoutLastLineEnd(string text)
        => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2]
            : text is [.., '\n' or '\r'] ? text[..^1]
            : text;

    /// <summary>
    /// Returns the lines, or the texts between separators. A separator at the end of the output doesn't start another item.
    /// </summary>
    public static IEnumerable<string> Split(string text, string? separator) => separator is null ? Lines(text) : Parts(text, separator);

    private static IEnumerable<string> Lines(string text)
    {
        // \n, \r\n and \r end a line.
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Parts(string text, string separator)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(separator, start, StringComparison.Ordinal);
            yield return end < 0 ? text[start..] : text[start..end];
            start = end < 0 ? text.Length : end + separator.Length;
        }
    }
}
