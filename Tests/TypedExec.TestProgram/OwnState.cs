namespace TypedExec.TestProgram;

/// <summary>What the kernel says of this process.</summary>
internal static class OwnState
{
    /// <summary>The pipes, pidfds and the like; not the files, of which the runtime opens two for an assembly that it loads late.</summary>
    public static int Descriptors() => Directory.GetFileSystemEntries("/proc/self/fd")
        .Count(static path => new FileInfo(path).LinkTarget is { } target && !target.StartsWith('/'));

    /// <summary>Children that run, and those that were not reaped.</summary>
    public static int Children() => Directory.GetDirectories("/proc/self/task").Sum(static thread =>
    {
        try
        {
            return File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        }
        catch (IOException)
        {
            return 0;
        }
    });
}
