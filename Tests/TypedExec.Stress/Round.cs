namespace TypedExec.Stress;

/// <summary>Several pieces of work at the same time, all chosen by the seed and the round's number.</summary>
internal sealed class Round(Figures figures, string directory, int seed, int number)
{
    /// <summary>Far more than any of it takes, even on a machine with load: what isn't finished by then hangs.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly Random _random = new(unchecked((int)((uint)seed * 2_654_435_761u + (uint)number * 40_503u)));
    private readonly List<Trial> _trials = [];

    /// <summary>Gets what the children of this round have in their environment.</summary>
    public string Marker { get; } = $"{Environment.ProcessId}-{seed}-{number}";

    public IEnumerable<WeakReference> Objects => _trials.SelectMany(static trial => trial.Objects);

    /// <summary>Runs up to forty pieces of work.</summary>
    /// <exception cref="StressFailure">A promise did not hold.</exception>
    public Task RunAsync() => RunAsync([.. Enumerable.Range(0, _random.Next(1, 41)).Select(_ => Kinds.Next(_random))]);

    /// <summary>Runs one piece of every kind.</summary>
    /// <exception cref="StressFailure">A promise did not hold.</exception>
    public Task RunAllKindsAsync() => RunAsync([.. Kinds.All]);

    private async Task RunAsync(Kind[] kinds)
    {
        var runs = new List<(Trial Trial, Task Task)>();
        foreach (var kind in kinds)
        {
            var trial = new Trial(kind.Name, _random.Next(), figures, directory, Marker);
            _trials.Add(trial);
            figures.AddTrial(kind.Name);
            runs.Add((trial, Task.Run(() => kind.RunAsync(trial))));
        }

        var all = Task.WhenAll(runs.Select(static run => run.Task));
        var first = await Task.WhenAny(all, Task.Delay(Bound));
        if (first != all || !all.IsCompletedSuccessfully)
        {
            throw new StressFailure(string.Join('\n', runs.Where(static run => !run.Task.IsCompletedSuccessfully).Select(static run => Report(run.Trial, run.Task))));
        }
    }

    private static string Report(Trial trial, Task task) => task.Exception?.InnerException switch
    {
        null => $"HANGS: {trial.Description}",
        StressFailure failure => $"FAILED: {failure.Message}\n  in {trial.Description}",
        var exception => $"THREW: {exception}\n  in {trial.Description}",
    };
}
