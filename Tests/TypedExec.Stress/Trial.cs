using System.Collections.Concurrent;

namespace TypedExec.Stress;

/// <summary>One piece of work in a round: its random choices, its notes about them, and the children it started.</summary>
internal sealed class Trial(string kind, int seed, Figures figures, string directory, string marker)
{
    /// <summary>The environment entry through which every process that a round has started is found.</summary>
    public const string MarkerName = "TYPEDEXEC_STRESS";

    private static int s_files;
    private readonly ConcurrentQueue<string> _notes = new();
    private readonly ConcurrentBag<WeakReference> _objects = [];

    /// <summary>Gets the random generator, for use by one task at a time: what other tasks need is drawn beforehand.</summary>
    public Random Random { get; } = new(seed);

    public Figures Figures { get; } = figures;

    public IReadOnlyDictionary<string, string?> Env { get; } = new Dictionary<string, string?> { [MarkerName] = marker };

    /// <summary>Gets what must be unreachable after the round has ended.</summary>
    public IEnumerable<WeakReference> Objects => _objects;

    public string Description => $"{kind}: {string.Join("; ", _notes)}";

    /// <summary>
    /// Gets whether some of a killed group may be left for a while, so that there is still somebody to kill after the close.
    /// </summary>
    public bool KillsGroups { get; private set; }

    /// <summary>Adds a note for a failure report.</summary>
    public void Note(string note) => _notes.Enqueue(note);

    public bool Chance(int percent) => Random.Next(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Random.Next(items.Length)];

    public TimeSpan Milliseconds(int most) => TimeSpan.FromMilliseconds(Random.Next(most + 1));

    /// <summary>Returns a path in the run's own directory.</summary>
    public string NewFile() => Path.Combine(directory, $"{Interlocked.Increment(ref s_files)}");

    /// <summary>Returns the options with the marker, and some of those that every way of running a command has.</summary>
    public T Vary<T>(T options)
        where T : ProcessOptions
    {
        ProcessOptions varied = options with
        {
            Env = Env,
            KillOnParentExit = (options.KillOnParentExit ?? Chance(15)) && !Emulator.IsUsed,
            KillDescendants = options.KillDescendants ?? Chance(25),
            ForceKillAfter = options.ForceKillAfter ?? (Chance(20) ? Milliseconds(300) : null),
            Cwd = Chance(20) ? "/" : null,
        };
        KillsGroups |= varied.KillDescendants is true;
        Note($"{(varied.KillOnParentExit is true ? "KillOnParentExit " : "")}{(varied.KillDescendants is true ? "KillDescendants " : "")}"
            + $"ForceKillAfter={varied.ForceKillAfter?.TotalMilliseconds} DrainTimeout={varied.DrainTimeout?.TotalMilliseconds} Timeout={varied.Timeout?.TotalMilliseconds}");
        return (T)varied;
    }

    public ChildProcess Track(ChildProcess child)
    {
        Figures.AddChildren(1);
        Note($"pid {child.Pid}");
        _objects.Add(new WeakReference(child));
        return child;
    }

    public void Check(bool condition, string promise)
    {
        if (!condition)
        {
            throw new StressFailure(promise);
        }
    }

    public void CheckEqual<T>(T expected, T actual, string what)
        => Check(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, but it was {actual}.");
}
