using System.Globalization;

namespace TypedExec.Platform.Linux;

/// <summary>
/// What a signal for a child and its descendants reaches: a process group, or the session of a child with its own terminal, where
/// each job of a shell is a group. A leader, running or a zombie, must keep the number as long as it is used.
/// </summary>
/// <param name="Number">The number of the group or session.</param>
/// <param name="IsSession">True if it is a session.</param>
internal readonly record struct ProcessGroup(int Number, bool IsSession)
{
    /// <summary>Gets whether any process other than its leader is running in it.</summary>
    public bool HasMembers => Members().Any();

    /// <summary>Sends a signal to all of it. Returns 0, or the errno if it couldn't be sent to any process.</summary>
    public int Kill(Signal signal)
    {
        var errno = LibC.Kill(-Number, (int)signal) == 0 ? 0 : LibC.LastErrno;
        if (!IsSession)
        {
            return errno;
        }

        foreach (var pid in Members())
        {
            // The leader's own group has it already. Another group's number may have been reused since it was read, but not its
            // session's.
            if (LibC.GetProcessGroup(pid) != Number && LibC.GetSession(pid) == Number && LibC.Kill(pid, (int)signal) == 0)
            {
                errno = 0;
            }
        }

        return errno;
    }

    private IEnumerable<int> Members()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            // The kernel is asked first, because reading a file of each process of the machine takes milliseconds.
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && pid != Number && (IsSession ? LibC.GetSession(pid) : LibC.GetProcessGroup(pid)) == Number && IsRunning(directory))
            {
                yield return pid;
            }
        }
    }

    private static bool IsRunning(string directory)
    {
        try
        {
            // proc(5): pid (name) state …, where the name may contain anything.
            var stat = File.ReadAllText($"{directory}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has just exited, or is hidden because it belongs to another user, and no signal would reach it either.
            return false;
        }
    }
}
