using System.Globalization;

namespace TypedExec.TestProgram;

/// <summary>What one run by each verb costs: in bytes of managed memory, and with marks between the verbs for whoever counts system calls or instructions.</summary>
internal static class Costs
{
    private const int WarmUp = 5;

    private static readonly Executable True = new("/bin/true");

    /// <summary>The verbs, and how many children each starts.</summary>
    private static readonly (string Name, int Children, Func<Task> RunAsync)[] Verbs =
    [
        ("Spawn", 1, async static () =>
        {
            await using var child = True.Spawn([]);
            await child.WaitForCloseAsync();
        }),
        ("SpawnSync", 1, static () => Sync(static () => True.SpawnSync([]))),
        ("ExecFile", 1, async static () => await True.ExecFile([])),
        ("ExecFileSync", 1, static () => Sync(static () => True.ExecFileSync([]))),
        ("Exec", 1, async static () => await Shell.Exec($"true")),
        ("RunAsync", 1, async static () => await True.RunAsync([])),
        ("pipeline", 2, async static () => await (True | True).ExecFile()),
        ("pipeline, sync", 2, static () => Sync(static () => (True | True).ExecFileSync())),
        ("ReadLinesAsync", 1, async static () =>
        {
            await foreach (var _ in True.ReadLinesAsync())
            {
            }
        }),
    ];

    /// <summary>Prints for each verb the bytes that one run allocates, without those that reading the environment takes.</summary>
    public static async Task<int> BytesAsync(int runs)
    {
        var environment = await MeasureAsync(static () => Sync(static () => Environment.GetEnvironmentVariables()), runs);
        foreach (var (name, children, runAsync) in Verbs)
        {
            var bytes = await MeasureAsync(runAsync, runs) - (children * environment);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes}"));
        }

        return 0;
    }

    /// <summary>Runs each verb some times, each between two tries to enter a directory that is not there.</summary>
    /// <param name="runs">How often each verb is run.</param>
    /// <param name="only">The verbs, or an empty list for all of them.</param>
    public static async Task<int> MarkedAsync(int runs, params string[] only)
    {
        foreach (var (name, _, runAsync) in Verbs.Where(verb => only is [] || only.Contains(verb.Name)))
        {
            // The first one starts the event loop, and the next ones compile what only some runs need.
            for (var i = 0; i < WarmUp; i++)
            {
                await runAsync();
            }

            Mark(name);
            for (var i = 0; i < runs; i++)
            {
                await runAsync();
            }

            Mark("end");
        }

        return 0;
    }

    private static void Mark(string name)
    {
        try
        {
            Directory.SetCurrentDirectory($"/no/such/{name}");
        }
        catch (DirectoryNotFoundException)
        {
            // It is the call that counts.
        }
    }

    private static async Task<long> MeasureAsync(Func<Task> runAsync, int runs)
    {
        for (var i = 0; i < runs; i++)
        {
            await runAsync();
        }

        // What else the runtime does now and then is in one round and not in another.
        var least = long.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < runs; i++)
            {
                await runAsync();
            }

            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / runs);
        }

        return least;
    }

    private static Task Sync(Func<object> run)
    {
        _ = run();
        return Task.CompletedTask;
    }
}
