namespace TypedExec.TestProgram;

/// <summary>Spawns children of another user when stdin has a line, and prints how many were started.</summary>
internal static class SpawnManyAs
{
    public static async Task<int> RunAsync(uint id, int count)
    {
        Console.WriteLine(Environment.ProcessId);
        await Console.In.ReadLineAsync();
        var program = new Executable("/bin/true");
        var options = new SpawnOptions { Uid = id, Gid = id, Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore], KillSignal = Signal.SIGKILL };
        var started = 0;
        for (var i = 0; i < count; i++)
        {
            await using var child = program.Spawn([], options);
            started += child.Pid is null ? 0 : 1;
            if (i % 2 == 0)
            {
                // Disposal kills the others, wherever they are by then.
                child.Kill(Signal.SIGCONT);
                await Task.WhenAny(child.WaitForExitAsync(), Task.Delay(100));
            }
        }

        Console.WriteLine(started);
        return 0;
    }
}
