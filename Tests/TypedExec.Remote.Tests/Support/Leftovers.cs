namespace TypedExec.Remote.Tests.Support;

/// <summary>Processes of this machine, here and there, that are known by a word of their command line.</summary>
internal static class Leftovers
{
    /// <summary>A number of seconds that nobody else sleeps.</summary>
    public static string NewMarker() => $"3600.{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}";

    /// <summary>A command that says so when it has begun, and then stays.</summary>
    public static ICommand Staying(string marker) => new Executable("sh")["-c", $"echo ready; exec sleep {marker}"];

    public static IEnumerable<(int Pid, string CommandLine)> Find(string marker)
        => Directory.GetDirectories("/proc")
            .Select(static directory => int.TryParse(Path.GetFileName(directory), out var pid) ? pid : 0)
            .Where(static pid => pid > 0 && pid != Environment.ProcessId)
            .Select(static pid => (pid, CommandLine(pid)))
            .Where(process => process.Item2.Contains(marker, StringComparison.Ordinal));

    /// <summary>Waits until nothing of a run is left on either side.</summary>
    public static async Task GoneAsync(string marker)
    {
        try
        {
            await Waiting.UntilAsync(() => !Find(marker).Any(), $"the end of all that has {marker}");
        }
        catch (Exception)
        {
            Assert.Fail($"Still running: {string.Join(" | ", Find(marker).Select(static process => $"{process.Pid} {process.CommandLine[..Math.Min(process.CommandLine.Length, 120)]}"))}");
        }
    }

    public static string CommandLine(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }

    public static int? Parent(int pid)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
