using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>
/// An application that is process 1, as in a container without an init: .NET reaps every child there once the application listens
/// to SIGCHLD. Prints how the ends of children were reported: with their exit code, as lost, or otherwise.
/// </summary>
internal static class AsInit
{
    private const string Known = "known";

    private static readonly string[] Arguments = ["-c", "read -r line; exit 7"];

    public static async Task<int> RunAsync(string listener, int count)
    {
        using var registration = listener == "signal" && !OperatingSystem.IsWindows() ? PosixSignalRegistration.Create(PosixSignal.SIGCHLD, static _ => { }) : null;
        if (listener == "process")
        {
            using var process = Process.Start("true");
            await process.WaitForExitAsync();
        }

        var told = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var sh = new Executable("sh");
        var options = new ExecFileOptions { Input = "line\n", SuccessExitCodes = [0, 7] };
        for (var i = 0; i < count; i++)
        {
            foreach (var end in new[]
            {
                await SpawnAsync(sh),
                From(sh.SpawnSync(Arguments, new SpawnSyncOptions { Input = "line\n" })),
                await CaptureAsync(async () => (await sh.ExecFile(Arguments, options)).Status),
                await CaptureAsync(() => Task.Run(() => sh.ExecFileSync(Arguments, options).Status)),
                await CaptureAsync(async () => (await (new Executable("cat") | sh[Arguments]).ExecFile(options)).Stages[^1].Status),
            })
            {
                told[end] = told.GetValueOrDefault(end) + 1;
            }
        }

        Console.WriteLine($"process {Environment.ProcessId}: {string.Join(", ", told.Select(static entry => $"{entry.Key} {entry.Value}"))}");
        return 0;
    }

    private static async Task<string> SpawnAsync(Executable sh)
    {
        var child = sh.Spawn(Arguments);
        Exception? error = null;
        child.Error += (_, e) => error = e.Exception;
        await child.Stdin!.WriteAsync("line\n"u8.ToArray());
        return From(await child.WaitForCloseAsync(), error);
    }

    private static async Task<string> CaptureAsync(Func<Task<ExitStatus>> run)
    {
        try
        {
            return From(await run(), null);
        }
        catch (ExecException exception)
        {
            return From(new ExitStatus(exception.ExitCode, exception.Signal), exception);
        }
    }

    private static string From(SpawnSyncResult result) => From(result.Status, result.Error);

    private static string From(ExitStatus status, Exception? error) => (status, error) switch
    {
        ({ ExitCode: 7, Signal: null }, null) => Known,
        ({ ExitCode: null, Signal: null }, ExecException { Code: "ECHILD" }) => "lost",
        _ => $"other ({status}, {error?.Message})",
    };
}
