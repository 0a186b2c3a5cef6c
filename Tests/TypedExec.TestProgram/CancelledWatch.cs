using TypedExec.TestProgram.Ways;

namespace TypedExec.TestProgram;

/// <summary>
/// Ends, in some way, a run with the option <c>KillOnParentExit</c> whose child leaves a descendant, prints how, and returns.
/// </summary>
internal static class CancelledWatch
{
    public static async Task<int> RunAsync(string way, string pidFile)
    {
        var isExit = way == "exit";
        var line = new CommandLine(
            "sh", "-c", $"sleep 300 {(isExit ? "> /dev/null 2>&1 " : "")}& echo $! > {pidFile}.new; mv {pidFile}.new {pidFile}; {(isExit ? "exit 0" : "wait")}");
        var pipeline = new CommandLine("sleep", "300") | line;
        var isTimeout = way.Contains("timeout", StringComparison.Ordinal);
        var options = new ExecFileOptions { Input = "", KillOnParentExit = true, Timeout = isTimeout ? TimeSpan.FromSeconds(1) : null };
        using var cancellation = new CancellationTokenSource();
        Func<Task> wait;
        switch (way)
        {
            case "sync timeout":
                wait = () => Task.Run(() => line.ExecFileSync(options));
                break;
            case "sync pipeline timeout":
                wait = () => Task.Run(() => pipeline.ExecFileSync(options));
                break;
            case "pipeline cancellation":
                wait = pipeline.ExecFile(options, cancellation.Token).AsTask;
                break;
            case "disposal":
                var child = line.Spawn(new SpawnOptions { KillOnParentExit = true });
                wait = () => child.DisposeAsync().AsTask();
                break;
            default:
                wait = line.ExecFile(options, cancellation.Token).AsTask;
                break;
        }

        var run = isTimeout ? wait() : null;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!File.Exists(pidFile))
        {
            await timer.WaitForNextTickAsync();
        }

        if (way.Contains("cancellation", StringComparison.Ordinal))
        {
            await cancellation.CancelAsync();
        }

        try
        {
            await (run ?? wait());
            Console.WriteLine("ended");
        }
        catch (Exception exception) when (exception is OperationCanceledException or ExecException { TimedOut: true })
        {
            Console.WriteLine("stopped");
        }

        return 0;
    }
}
