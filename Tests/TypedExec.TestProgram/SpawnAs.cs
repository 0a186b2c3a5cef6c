namespace TypedExec.TestProgram;

/// <summary>Spawns with another user or group ID, and prints the events.</summary>
internal static class SpawnAs
{
    public static async Task<int> RunAsync(string[] args)
    {
        var id = uint.Parse(args[1], null);
        var options = args[0] == "uid" ? new SpawnOptions { Uid = id } : new SpawnOptions { Gid = id };
        var child = new Executable("id").Spawn([], options);
        child.Spawned += (_, _) => Console.WriteLine("spawn");
        child.Error += (_, e) => Console.WriteLine($"error {(e.Exception as ExecException)?.Code} {(e.Exception as ExecException)?.Errno}");
        child.Exited += (_, e) => Console.WriteLine($"exit {e.ExitCode}");
        var closed = new TaskCompletionSource();
        child.Closed += (_, e) =>
        {
            Console.WriteLine($"close {e.ExitCode}");
            closed.SetResult();
        };
        await closed.Task;
        return 0;
    }
}
