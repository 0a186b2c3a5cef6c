namespace TypedExec.Tests.Support;

/// <summary>The operating system's information about processes.</summary>
internal static class Processes
{
    /// <summary>Returns whether nothing is left of a process, not even a zombie.</summary>
    public static bool IsGone(int pid) => OperatingSystem.IsWindows() ? HasEndedOnWindows(pid) : !Directory.Exists($"/proc/{pid}");

    /// <summary>Returns whether a process has exited, including a zombie that its parent hasn't reaped yet.</summary>
    public static bool HasEnded(int pid) => OperatingSystem.IsWindows() ? HasEndedOnWindows(pid) : State(pid) is 'Z' or 'X' or null;

    /// <summary>Returns the letter of its state, such as S or Z, or null if there is no such process.</summary>
    public static char? State(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="UntilEndedAsync(int)"/>
    public static Task UntilEndedAsync(string pid) => UntilEndedAsync(int.Parse(pid, null));

    public static Task UntilEndedAsync(int pid) => Waiting.UntilAsync(() => HasEnded(pid), $"the end of process {pid}");

    /// <summary>Returns the names of the processes of a session that haven't exited.</summary>
    public static string[] OfSession(int session)
    {
        var members = new List<string>();
        foreach (var directory in Directory.GetDirectories("/proc").Where(static path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                // proc(5): pid (name) state ppid pgrp session …
                var stat = File.ReadAllText($"{directory}/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 5);
                if (fields[0] is not ("Z" or "X") && int.Parse(fields[3], null) == session)
                {
                    members.Add(stat[..(stat.LastIndexOf(')') + 1)]);
                }
            }
            catch (IOException)
            {
                // It has just exited.
            }
        }

        return [.. members];
    }

    /// <summary>The signals that this process ignores and that its children inherit so: all but SIGPIPE, which .NET ignores.</summary>
    public static ulong InheritedIgnoredSignals()
        => Convert.ToUInt64(StatusLine(File.ReadAllText("/proc/self/status"), "SigIgn"), 16) & ~Bit(Signal.SIGPIPE);

    public static ulong Bit(Signal signal) => 1UL << ((int)signal - 1);

    /// <summary>Returns a line of a <c>/proc/…/status</c>.</summary>
    public static string StatusLine(string status, string name)
        => status.Split('\n').Single(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    private static bool HasEndedOnWindows(int pid)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
