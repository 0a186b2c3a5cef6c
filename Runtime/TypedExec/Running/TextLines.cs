namespace TypedExec.Running;

/// <summary>A text that is there as a whole, cut into lines.</summary>
internal static class TextLines
{
    /// <summary>The lines without their ends; a last line without an end counts, and an empty one behind the last end does not.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var lines = new List<string>();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
