using System.Globalization;

namespace TypedExec.Stress;

/// <summary>The kernel's information about this process and those that it has started.</summary>
internal static class ProcessState
{
    /// <summary>Returns the children, including zombies, each with its state and command line.</summary>
    public static string[] Children()
        => [.. Directory.GetDirectories("/proc/self/task").SelectMany(static thread => Read($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Describe)];

    /// <summary>Returns the processes that carry a round's marker in their environment, whoever their parent is now.</summary>
    public static string[] Marked(string marker)
    {
        var entry = $"{Trial.MarkerName}={marker}\0";
        return
        [
            .. Directory.GetDirectories("/proc")
                .Select(static path => Path.GetFileName(path))
                .Where(static name => char.IsAsciiDigit(name[0]) && name != Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
                .Where(pid => Read($"/proc/{pid}/environ").Contains(entry, StringComparison.Ordinal))
                .Select(Describe),
        ];
    }

    /// <summary>
    /// Returns how many descriptors there are of each kind; of files, only those below a directory, because the runtime opens
    /// assemblies late.
    /// </summary>
    public static SortedDictionary<string, int> Descriptors(string directory)
    {
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            if (new FileInfo(path).LinkTarget is not { } target || (target.StartsWith('/') && !target.StartsWith(directory, StringComparison.Ordinal)))
            {
                continue;
            }

            var kind = target.Split('[', 2)[0] is "anon_inode:" ? target : target.Split(':', 2)[0];
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }

        return kinds;
    }

    /// <summary>
    /// Returns how many descriptors the process's epoll instances watch; each represents a handler that is kept.
    /// </summary>
    public static int WatchedDescriptors()
        => Directory.GetFileSystemEntries("/proc/self/fd")
            .Where(static path => new FileInfo(path).LinkTarget == "anon_inode:[eventpoll]")
            .Sum(static path => Read($"/proc/self/fdinfo/{Path.GetFileName(path)}").Split('\n').Count(static line => line.StartsWith("tfd:", StringComparison.Ordinal)));

    /// <summary>Returns the names of the library's own threads; those of the pool come and go.</summary>
    public static string[] OwnThreads()
        => [.. Directory.GetDirectories("/proc/self/task").Select(static thread => Read($"{thread}/comm").Trim()).Where(static name => name.StartsWith("TypedExec ", StringComparison.Ordinal))];

    public static int Threads() => Directory.GetDirectories("/proc/self/task").Length;

    public static long ResidentBytes()
        => long.Parse(Read("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;

    private static string Describe(string pid)
    {
        var stat = Read($"/proc/{pid}/stat");
        return stat.Length == 0 ? $"{pid} (gone)" : $"{string.Join(' ', stat.Split(' ')[..5])} {Read($"/proc/{pid}/cmdline").Replace('\0', ' ').Trim()}";
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has just exited.
            return "";
        }
    }
}
