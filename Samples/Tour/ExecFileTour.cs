using TypedExec;

namespace Tour;

/// <summary>Node's <c>child_process.execFile</c>: without a shell, once successfully and once with a failure.</summary>
internal static class ExecFileTour
{
    public static async Task RunAsync(Script script)
    {
        var options = new ExecFileOptions { Cwd = script.Directory, Env = script.Env };

        var version = await new Node { Version = true }.ExecFile(options);
        Console.WriteLine($"node is {version.Stdout.Trim()}, found out in {version.Duration.TotalMilliseconds:F0} ms");

        try
        {
            await new Node { Script = "no-such-script.js" }.ExecFile(options);
        }
        catch (ExecException error)
        {
            var reason = error.Stderr.Split('\n').First(line => line.StartsWith("Error", StringComparison.Ordinal));
            Console.WriteLine($"code {error.ExitCode}, signal {error.Signal?.ToString() ?? "none"}, stderr: {reason}");
        }
    }
}
