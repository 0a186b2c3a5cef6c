using System.Diagnostics;

namespace TypedExec.Stress;

/// <summary>Very many spawns in one process, in every way of running a command; then its state must be as before.</summary>
internal static class ManySpawns
{
    private const int AtOnce = 8;
    private const int WarmUp = 2_000;
    private const long MostManagedGrowth = 2_000_000;
    private static readonly Executable True = new("true");

    public static async Task<int> RunAsync(int spawns)
    {
        // The first line opens what the console needs.
        Console.WriteLine("warming up");
        await SpawnAsync(WarmUp);
        var before = await StateAsync();
        Console.WriteLine($"after {WarmUp} spawns: {before}");
        var start = Stopwatch.GetTimestamp();
        await SpawnAsync(spawns);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var after = await StateAsync();
        Console.WriteLine($"after {spawns} more, in {seconds:0.0} s: {after}");
        var isClean = after.Children == 0 && after.Descriptors == before.Descriptors && after.OwnThreads == before.OwnThreads
            && after.Managed - before.Managed < MostManagedGrowth;
        Console.WriteLine($"stress {(isClean ? "passed" : "failed")}: {spawns} spawns");
        return isClean ? 0 : 1;
    }

    private static Task SpawnAsync(int count)
        => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(lane => Task.Run(async () =>
        {
            for (var i = lane; i < count; i += AtOnce)
            {
                await SpawnOneAsync(i / AtOnce);
            }
        })));

    private static async Task SpawnOneAsync(int i)
    {
        switch (i % 16)
        {
            case 0:
                _ = True.SpawnSync([]);
                break;
            case 1:
                await True.Spawn([], new SpawnOptions { KillDescendants = true }).WaitForCloseAsync();
                break;
            case 2:
                await using (True.Spawn())
                {
                }

                break;
            case 3:
                await True.Spawn([], new SpawnOptions { KillOnParentExit = true }).WaitForCloseAsync();
                break;
            default:
                await True.ExecFile();
                break;
        }
    }

    private static async Task<State> StateAsync()
    {
        // The pool keeps what it has used for a moment.
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(100);
        }

        return new State(
            ProcessState.Children().Length,
            string.Join(' ', ProcessState.Descriptors("/no/such").Select(static pair => $"{pair.Key}={pair.Value}")),
            ProcessState.OwnThreads().Length,
            ProcessState.Threads(),
            GC.GetTotalMemory(forceFullCollection: true),
            ProcessState.ResidentBytes());
    }

    private sealed record State(int Children, string Descriptors, int OwnThreads, int Threads, long Managed, long Resident)
    {
        public override string ToString()
            => $"{Children} children, descriptors {Descriptors}, {Threads} threads ({OwnThreads} of the library), {Managed / 1e6:0.00} MB managed, {Resident / 1e6:0.0} MB resident";
    }
}
