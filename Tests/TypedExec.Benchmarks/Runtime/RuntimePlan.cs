namespace TypedExec.Benchmarks.Runtime;

/// <summary>How thoroughly the suite measures.</summary>
/// <param name="Rounds">How often each rival runs each workload.</param>
/// <param name="WarmUp">How long those with a just-in-time compiler may warm up before each.</param>
/// <param name="Size">How much of a workload, or 0 to omit it.</param>
internal sealed record RuntimePlan(int Rounds, TimeSpan WarmUp, Func<Work, int> Size)
{
    public static RuntimePlan Full { get; } = new(7, TimeSpan.FromSeconds(2), static work => work.Count);

    /// <summary>Three smaller rounds.</summary>
    public static RuntimePlan Quick { get; } = new(3, TimeSpan.FromSeconds(0.5), static work => work.QuickCount);

    /// <summary>What a report of 15 minutes has time for.</summary>
    public static RuntimePlan Report { get; } = new(3, TimeSpan.FromSeconds(1), static work => work.IsLong ? 0 : work.Count);
}
