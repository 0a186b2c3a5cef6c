using System.Globalization;

namespace TypedExec.Platform.Linux;

/// <summary>What the kernel tells of a process group; to be asked while its leader, running or a zombie, keeps its number.</summary>
internal static class ProcessGroup
{
    /// <summary>Whether anybody but its leader runs in the group.</summary>
    public static bool HasMembers(int group)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && pid != group && IsMember(directory, group))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMember(string directory, int group)
    {
        try
        {
            // proc(5): pid (name) state ppid pgrp …, where the name may hold anything.
            var stat = File.ReadAllText($"{directory}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 4);
            return fields[0] is not ("Z" or "X") && int.Parse(fields[2], CultureInfo.InvariantCulture) == group;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has just ended, or is hidden as another user's, which no signal would reach either.
            return false;
        }
    }
}
