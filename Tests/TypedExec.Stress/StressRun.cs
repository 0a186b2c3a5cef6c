namespace TypedExec.Stress;

/// <summary>Runs rounds until the time is up or a promise is broken.</summary>
internal sealed class StressRun(StressOptions options)
{
    private const int RoundsPerCollection = 20;

    /// <summary>
    /// The pool's own threads come on top of the few that the runtime has, as many as the blocking calls of a round need.
    /// </summary>
    private const int MostThreads = 100;

    private const long MostManagedGrowth = 8_000_000;

    private readonly Figures _figures = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("typedexec-stress-").FullName;
    private readonly List<Round> _recent = [];

    /// <summary>Returns 0 if every promise was kept, otherwise 1.</summary>
    public async Task<int> RunAsync()
    {
        Console.WriteLine($"seed {options.Seed}");
        var number = 0;
        try
        {
            var leftovers = await WarmUpAsync();
            var memory = GC.GetTotalMemory(forceFullCollection: true);
            var end = DateTime.UtcNow.AddSeconds(options.Seconds);
            var report = DateTime.UtcNow.AddMinutes(1);
            for (number = options.Round ?? 1; number <= (options.Round ?? options.Rounds) && DateTime.UtcNow < end; number++)
            {
                await RunAsync(number, leftovers);
                if (DateTime.UtcNow > report)
                {
                    report = DateTime.UtcNow.AddMinutes(1);
                    Console.WriteLine($"round {number}: {_figures}");
                }
            }

            await EndAsync(number - 1, memory);
            return 0;
        }
        catch (StressFailure failure)
        {
            Console.WriteLine($"{failure.Message}\nstress failed: seed {options.Seed}, round {number}; {_figures}");
            Console.WriteLine($"replay: --seed {options.Seed} --round {number}");
            return 1;
        }
        finally
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    /// <summary>What is opened and loaded once exists when the first round begins.</summary>
    private async Task<Leftovers> WarmUpAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            var round = new Round(_figures, _directory, options.Seed, -i);
            await round.RunAllKindsAsync();
            while (ProcessState.Children().Length > 0 || ProcessState.Marked(round.Marker).Length > 0)
            {
                await Task.Delay(5);
            }
        }

        return Leftovers.Baseline(_directory);
    }

    private async Task RunAsync(int number, Leftovers leftovers)
    {
        var round = new Round(_figures, _directory, options.Seed, number);
        await round.RunAsync();
        await leftovers.CheckAsync(round);
        _recent.Add(round);
        if (_recent.Count == RoundsPerCollection)
        {
            await Leftovers.CheckCollectedAsync(_recent);
            _recent.Clear();
        }
    }

    private async Task EndAsync(int rounds, long memoryBefore)
    {
        await Leftovers.CheckCollectedAsync(_recent);
        _recent.Clear();
        var memory = await Leftovers.SettledMemoryAsync(memoryBefore + MostManagedGrowth);
        if (memory > memoryBefore + MostManagedGrowth)
        {
            throw new StressFailure($"LEFT BEHIND: managed memory, {memoryBefore / 1e6:0.0} MB before, {memory / 1e6:0.0} MB after");
        }

        if (ProcessState.Threads() is var threads and > MostThreads)
        {
            throw new StressFailure($"LEFT BEHIND: {threads} threads");
        }

        Console.WriteLine($"kinds: {_figures.Kinds()}");
        Console.WriteLine($"managed memory {memoryBefore / 1e6:0.0} MB before, {memory / 1e6:0.0} MB after; {ProcessState.Threads()} threads; RSS {ProcessState.ResidentBytes() / 1e6:0} MB");
        Console.WriteLine($"stress passed: seed {options.Seed}, {rounds} rounds, {_figures}");
    }
}
