using System.Diagnostics;

namespace TypedExec.TestProgram;

/// <summary>Counts the process's handles on Windows before and after many spawns of all kinds, including failing ones.</summary>
internal static class HandleCount
{
    public static async Task<int> RunAsync(int rounds)
    {
        // What is opened once is opened by the first rounds.
        for (var i = 0; i < 3; i++)
        {
            await RoundAsync();
        }

        var before = Count();
        for (var i = 0; i < rounds; i++)
        {
            await RoundAsync();
        }

        Console.WriteLine($"{before} {Count()}");
        return 0;
    }

    private static async Task RoundAsync()
    {
        var cmd = new Executable("cmd.exe");
        await cmd.ExecFile("/c", "exit 0");
        _ = cmd.SpawnSync(["/c", "exit 0"], new SpawnSyncOptions { KillDescendants = true });
        await using var child = cmd.Spawn([], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Ignore, Stdio.SameAs(1)] });
        child.Kill();
        await child.WaitForCloseAsync();
        await IgnoreAsync(new Executable("no-such-program").Spawn().WaitForCloseAsync());
        await IgnoreAsync(cmd.Spawn([], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.File("no\\such", FileMode.Open, FileAccess.Read)] }).WaitForCloseAsync());
    }

    private static async Task IgnoreAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (ExecException)
        {
        }
    }

    private static int Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var own = Process.GetCurrentProcess();
        return own.HandleCount;
    }
}
