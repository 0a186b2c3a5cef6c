using System.Diagnostics;

namespace TypedExec.Stress;

/// <summary>Compares the process after a round with its state before the first one: nothing may be left.</summary>
internal sealed class Leftovers
{
    /// <summary>
    /// How long what exits by itself may take: the sleeps of descendants that were left running, on a machine with load.
    /// </summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>How long the array pool may take to release what one burst of work left in it.</summary>
    private static readonly TimeSpan PoolsBound = TimeSpan.FromMinutes(5);

    private readonly string _directory;
    private readonly SortedDictionary<string, int> _descriptors;
    private readonly int _watched;

    private Leftovers(string directory)
    {
        _directory = directory;
        _descriptors = ProcessState.Descriptors(directory);
        _watched = ProcessState.WatchedDescriptors();
    }

    /// <summary>Records the current state of the process, which it must always return to.</summary>
    public static Leftovers Baseline(string directory) => new(directory);

    /// <exception cref="StressFailure">Something is left.</exception>
    public async Task CheckAsync(Round round)
    {
        var start = Stopwatch.GetTimestamp();
        string? left;
        while ((left = Find(round)) is not null)
        {
            if (Stopwatch.GetElapsedTime(start) > Bound)
            {
                throw new StressFailure($"LEFT BEHIND: {left}");
            }

            await Task.Delay(5);
        }
    }

    /// <summary>Waits until no object of these rounds is held any more; the collector decides when.</summary>
    /// <exception cref="StressFailure">Something is held.</exception>
    public static async Task CheckCollectedAsync(IEnumerable<Round> rounds)
    {
        var start = Stopwatch.GetTimestamp();
        int held;
        while ((held = CountHeld(rounds)) > 0)
        {
            if (Stopwatch.GetElapsedTime(start) > Bound)
            {
                throw new StressFailure($"LEFT BEHIND: {held} objects of children that have long ended are still reachable");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Returns the managed memory in use when it is at most <paramref name="most"/> or no longer decreases. It includes
    /// the shared array pool, which releases, collection by collection, arrays that haven't been rented for a minute.</summary>
    public static async Task<long> SettledMemoryAsync(long most)
    {
        var start = Stopwatch.GetTimestamp();
        long memory;
        while ((memory = GC.GetTotalMemory(forceFullCollection: true)) > most && Stopwatch.GetElapsedTime(start) < PoolsBound)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return memory;
    }

    private static int CountHeld(IEnumerable<Round> rounds)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return rounds.SelectMany(static round => round.Objects).Count(static reference => reference.IsAlive);
    }

    private string? Find(Round round)
    {
        if (ProcessState.Children() is { Length: > 0 } children)
        {
            return $"children: {string.Join(" | ", children)}";
        }

        if (ProcessState.Marked(round.Marker) is { Length: > 0 } marked)
        {
            return $"descendants: {string.Join(" | ", marked)}";
        }

        if (ProcessState.Descriptors(_directory) is var descriptors && !descriptors.SequenceEqual(_descriptors))
        {
            return $"descriptors: {Text(_descriptors)} before, {Text(descriptors)} now";
        }

        if (ProcessState.WatchedDescriptors() is var watched && watched != _watched)
        {
            return $"handlers: {_watched} descriptors watched before, {watched} now";
        }

        return ProcessState.OwnThreads() is { Length: > 1 } threads ? $"threads: {string.Join(", ", threads)}" : null;
    }

    private static string Text(SortedDictionary<string, int> kinds) => string.Join(' ', kinds.Select(static pair => $"{pair.Key}={pair.Value}"));
}
