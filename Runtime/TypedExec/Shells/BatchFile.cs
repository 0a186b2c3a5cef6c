namespace TypedExec.Shells;

/// <summary>Recognizes a batch file, whose arguments cmd.exe reads a second time, by its name.</summary>
internal static class BatchFile
{
    /// <summary>
    /// Windows ignores spaces and dots at the end of a file name, so <c>x.bat. .</c> is <c>x.bat</c> (CVE-2024-43402).
    /// </summary>
    public static bool HasBatchName(string program)
    {
        var name = program.AsSpan().TrimEnd(" .\"");
        return name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);
    }
}
