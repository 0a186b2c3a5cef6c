using TypedExec;

namespace Tour;

/// <summary>Node's <c>child_process.fork</c>: five children that print their own output and have a message channel.</summary>
internal static class ForkTour
{
    public static async Task RunAsync(Script script)
    {
        var options = new ForkOptions { Cwd = script.Directory, Env = script.Env };
        var children = new List<ChildProcess>();
        for (var i = 1; i <= 5; i++)
        {
            var child = Node.Fork("slave.js", [$"{i}"], options);
            child.Closed += (_, status) => Console.WriteLine($"child process exited with code {status.ExitCode}");
            children.Add(child);
        }

        await Task.WhenAll(children.Select(child => child.WaitForCloseAsync()));
    }
}
