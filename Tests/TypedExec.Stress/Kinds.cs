using TypedExec.Stress.Scenarios;

namespace TypedExec.Stress;

/// <summary>A kind of work and its weight.</summary>
internal sealed record Kind(string Name, int Weight, Func<Trial, Task> RunAsync);

/// <summary>All kinds of work.</summary>
internal static class Kinds
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        new("spawn", 20, Spawning.RunAsync),
        new("exec", 15, Capturing.RunAsync),
        new("limit", 12, Limiting.RunAsync),
        new("sync", 12, SyncCalls.RunAsync),
        new("kill", 14, Killing.RunAsync),
        new("dispose", 8, Disposing.RunAsync),
        new("stop", 10, Saving.RunAsync),
        new("descend", 5, Descending.RunAsync),
        new("redirect", 10, Redirecting.RunAsync),
        new("pipe", 10, Piping.RunAsync),
        // A Node or .NET child costs as much as fifty shells.
        new("fork", 2, Forking.RunAsync),
        new("fail", 8, Failing.RunAsync),
        new("desert", 6, Deserting.RunAsync),
    ];

    private static readonly int Total = All.Sum(static kind => kind.Weight);

    public static Kind Next(Random random)
    {
        var rest = random.Next(Total);
        foreach (var kind in All)
        {
            rest -= kind.Weight;
            if (rest < 0)
            {
                return kind;
            }
        }

        return All[^1];
    }
}
