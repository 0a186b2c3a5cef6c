using TypedExec;

namespace Tour;

/// <summary>Node's <c>child_process.spawn</c>: five children at the same time, and their events as they are raised.</summary>
internal static class SpawnTour
{
    public static async Task RunAsync(Script script)
    {
        var options = new SpawnOptions { Cwd = script.Directory, Env = script.Env };
        var children = new List<ChildProcess>();
        for (var i = 1; i <= 5; i++)
        {
            var child = Node.Spawn(["slave.js", $"{i}"], options);
            child.Stdout!.Data += (_, data) => Console.Write($"Value of Stdout : {data.Text}");
            child.Stderr!.Data += (_, data) => Console.Write($"stderr: {data.Text}");
            child.Error += (_, error) => Console.WriteLine($"error: {error.Exception.Message}");
            child.Closed += (_, status) => Console.WriteLine($"child process exited with code {status.ExitCode}");
            children.Add(child);
        }

        await Task.WhenAll(children.Select(child => child.WaitForCloseAsync()));
    }
}
