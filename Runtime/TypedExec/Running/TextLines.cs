namespace TypedExec.Running;

/// <summary>Splits a complete text into lines.</summary>
internal static class TextLines
{
    /// <summary>
    /// Returns the lines without their line endings. A last line without a line ending is included, and an empty one after the
    /// last line ending isn't.
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
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
