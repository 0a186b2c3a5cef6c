namespace TypedExec.TestProgram;

/// <summary>Starts children that nobody keeps or awaits, and one more; prints which children the process still has.</summary>
internal static class ChildCount
{
    public static async Task<int> RunAsync(int spawns)
    {
        var closed = new CountdownEvent(spawns);
        for (var i = 0; i < spawns; i++)
        {
            Start(closed);
        }

        closed.Wait();
        await new Executable("true").ExecFile();
        _ = new Executable("true").SpawnSync([]);
        _ = new Executable("true").SpawnSync([], new SpawnSyncOptions { KillDescendants = true });
        Console.WriteLine(string.Concat(Directory.GetDirectories("/proc/self/task").Select(ChildrenOf)).Trim());
        return 0;
    }

    private static void Start(CountdownEvent closed) => new Executable("true").Spawn().Closed += (_, _) => closed.Signal();

    private static string ChildrenOf(string thread)
    {
        try
        {
            return File.ReadAllText($"{thread}/children");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
