using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>
/// Prints the statuses of children: first those of a process as it was started, then, where asked for, those of one that
/// ignores SIGCHLD itself, so that the kernel reaps its children.
/// </summary>
internal static partial class IgnoredSigchld
{
    private const int SIGCHLD = 17;
    private const nint SIG_IGN = 1;

    public static async Task<int> RunAsync(bool ignores)
    {
        await PrintAsync();
        if (ignores)
        {
            _ = Ignore(SIGCHLD, SIG_IGN);
            await PrintAsync();
        }

        return 0;
    }

    private static async Task PrintAsync()
    {
        var status = await new Executable("sh").Spawn("-c", "exit 3").WaitForCloseAsync();
        Console.WriteLine($"async {status.ExitCode?.ToString() ?? "unknown"} {status.Signal?.ToString() ?? "unknown"}");
        var result = new Executable("sh").SpawnSync(["-c", "exit 3"]);
        Console.WriteLine($"sync {result.ExitCode?.ToString() ?? "unknown"} {result.Signal?.ToString() ?? "unknown"}");
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Ignore(int signal, nint handler);
}
