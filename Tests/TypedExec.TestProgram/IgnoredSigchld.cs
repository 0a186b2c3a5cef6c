using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>The host ignores SIGCHLD, so that the kernel reaps its children; prints the statuses that are known then.</summary>
internal static partial class IgnoredSigchld
{
    private const int SIGCHLD = 17;
    private const nint SIG_IGN = 1;

    public static async Task<int> RunAsync()
    {
        _ = Ignore(SIGCHLD, SIG_IGN);
        var status = await new Executable("sh").Spawn("-c", "exit 3").WaitForCloseAsync();
        Console.WriteLine($"async {status.ExitCode?.ToString() ?? "unknown"} {status.Signal?.ToString() ?? "unknown"}");
        var result = new Executable("sh").SpawnSync(["-c", "exit 3"]);
        Console.WriteLine($"sync {result.ExitCode?.ToString() ?? "unknown"} {result.Signal?.ToString() ?? "unknown"}");
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Ignore(int signal, nint handler);
}
