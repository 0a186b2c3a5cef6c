namespace TypedExec.TestProgram;

/// <summary>The kernel's information about this process.</summary>
internal static class OwnState
{
    /// <summary>
    /// Returns the number of pipes, pidfds and similar, but not of files, because the runtime opens two for an assembly that it
    /// loads late.
    /// </summary>
    public static int Descriptors() => Directory.GetFileSystemEntries("/proc/self/fd")
        .Count(static path => new FileInfo(path).LinkTarget is { } target && !target.StartsWith('/'));

    /// <summary>Returns the number of children that are running or haven't been reaped.</summary>
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
