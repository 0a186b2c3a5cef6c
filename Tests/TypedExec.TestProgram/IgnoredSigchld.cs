using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>
/// Prints the statuses of children: first those of a process as it was started, then, if requested, those of one that ignores
/// SIGCHLD itself, so that the kernel reaps its children. With a library of faults, the kernel can't report how they ended.
/// </summary>
internal static partial class IgnoredSigchld
{
    private const int SIGCHLD = 17;
    private const int ENOTTY = 25;
    private const nint SIG_IGN = 1;

    public static async Task<int> RunAsync(bool ignores, string? faults = null)
    {
        if (faults is not null)
        {
            FaultRuns.Refuse(faults, "ioctl", ENOTTY);
        }

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
        var child = new Executable("sh").Spawn("-c", "exit 3");
        Exception? error = null;
        child.Error += (_, e) => error = e.Exception;
        Print("async", await child.WaitForCloseAsync(), error);
        var result = new Executable("sh").SpawnSync(["-c", "exit 3"]);
        Print("sync", result.Status, result.Error);
        try
        {
            Print("captured", (await new Executable("sh").ExecFile(["-c", "exit 3"], new() { SuccessExitCodes = [3] })).Status, null);
        }
        catch (ExecException exception)
        {
            Print("captured", new ExitStatus(exception.ExitCode, exception.Signal), exception);
        }
    }

    private static void Print(string call, ExitStatus status, Exception? error)
        => Console.WriteLine(
            $"{call} {status.ExitCode?.ToString() ?? "unknown"} {status.Signal?.ToString() ?? "unknown"}{(error is ExecException { Code: { } code } ? $" {code}" : "")}");

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Ignore(int signal, nint handler);
}
