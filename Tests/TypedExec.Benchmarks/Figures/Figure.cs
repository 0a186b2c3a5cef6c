namespace TypedExec.Benchmarks.Figures;

/// <summary>What one contender took for one workload: medians, by name.</summary>
/// <param name="Suite">The suite, as on the command line.</param>
/// <param name="Work">The workload's name within the suite.</param>
/// <param name="Contender">A library or program, or this project's own under "TypedExec".</param>
/// <param name="Values">The medians. Names end in their unit where they have one.</param>
internal sealed record Figure(string Suite, string Work, string Contender, IReadOnlyDictionary<string, double> Values)
{
    /// <summary>The contender that the others are compared with.</summary>
    public const string Own = "TypedExec";

    public double this[string name] => Values[name];

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    public static double Percentile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(part * (sorted.Length - 1))];
    }
}
