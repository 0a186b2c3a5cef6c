using TypedExec.TestProgram.Ways;

namespace TypedExec.TestProgram;

/// <summary>
/// Cancels a run with the option <c>KillOnParentExit</c> whose child leaves a descendant, prints the descendant's pid, and returns.
/// </summary>
internal static class CancelledWatch
{
    public static async Task<int> RunAsync(string pidFile)
    {
        using var cancellation = new CancellationTokenSource();
        var line = new CommandLine("sh", "-c", $"sleep 300 & echo $! > {pidFile}.new; mv {pidFile}.new {pidFile}; wait");
        var execution = line.ExecFile(new ExecFileOptions { KillOnParentExit = true }, cancellation.Token);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!File.Exists(pidFile))
        {
            await timer.WaitForNextTickAsync();
        }

        await cancellation.CancelAsync();
        try
        {
            await execution;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("cancelled");
        }

        return 0;
    }
}
