using System.Diagnostics;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>CLOCK_MONOTONIC in seconds, which other processes share.</summary>
internal static class Clock
{
    public static double Seconds => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
}
