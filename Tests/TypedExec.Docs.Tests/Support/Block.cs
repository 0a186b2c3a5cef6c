namespace TypedExec.Docs.Tests.Support;

/// <summary>A fenced block of a page.</summary>
/// <param name="Line">The number of its first line, from 1.</param>
/// <param name="Info">The text after the fence: the language, then words for these tests.</param>
/// <param name="Text">The text between the fences.</param>
internal sealed record Block(int Line, string Info, string Text)
{
    private const string Fence = "```";

    public string[] Words { get; } = Info.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsCSharp => Words is ["csharp", ..];

    /// <summary>Gets whether it is an example of another library, which the tests don't have.</summary>
    public bool IsForeign => Words.Contains("foreign");

    /// <summary>Gets whether it is a program whose output is the next block.</summary>
    public bool Prints => Words.Contains("prints");

    /// <summary>Gets the diagnostics of an example of a mistake, from <c>error=ID,ID</c>.</summary>
    public string[] Errors => Words.FirstOrDefault(static word => word.StartsWith("error=", StringComparison.Ordinal))?["error=".Length..].Split(',') ?? [];

    /// <summary>
    /// Gets the version of C# that the example is compiled as, from <c>language=12</c>, or null for the latest.
    /// </summary>
    public string? Language => Words.FirstOrDefault(static word => word.StartsWith("language=", StringComparison.Ordinal))?["language=".Length..];

    /// <summary>Gets the name of the additional file that the block is, from <c>file=NAME</c>.</summary>
    public string? FileName => Words.FirstOrDefault(static word => word.StartsWith("file=", StringComparison.Ordinal))?["file=".Length..];

    public static IReadOnlyList<Block> In(Page page)
    {
        var blocks = new List<Block>();
        var lines = page.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            if (!lines[i].AsSpan(indent).StartsWith(Fence))
            {
                continue;
            }

            var start = i + 1;
            var end = Array.FindIndex(lines, start, static line => line.Trim() == Fence);
            Assert.True(end >= 0, $"{page}({start}): a fence that is not closed");
            var text = lines[start..end].Select(line => line.Length > indent ? line[indent..] : "");
            blocks.Add(new Block(start + 1, lines[i].Trim()[Fence.Length..], string.Join('\n', text)));
            i = end;
        }

        return blocks;
    }
}
