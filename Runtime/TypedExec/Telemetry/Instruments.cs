using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedExec.Telemetry;

/// <summary>The instruments that listeners can subscribe to.</summary>
internal static class Instruments
{
    /// <summary>The name of both.</summary>
    public const string Name = "TypedExec";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static Counter<long> Started { get; } = Meter.CreateCounter<long>(
        "typedexec.process.started", "{process}", "Child processes that were started.");

    public static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>(
        "typedexec.process.active", "{process}", "Child processes that are running.");

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>(
        "typedexec.process.duration", "s", "How long child processes ran.");

    public static Counter<long> Bytes { get; } = Meter.CreateCounter<long>(
        "typedexec.process.io", "By", "Bytes that passed between this process and its children.");

    public static Counter<long> Failures { get; } = Meter.CreateCounter<long>(
        "typedexec.process.failures", "{process}", "Child processes that couldn't be started, failed, or were stopped at a limit.");

    public static bool IncludeArguments { get; set; } = AppContext.TryGetSwitch("TypedExec.Telemetry.IncludeArguments", out var isOn) && isOn;

    /// <summary>Gets whether there is any listener.</summary>
    public static bool IsListenedTo => Source.HasListeners() || Started.Enabled || Active.Enabled || Duration.Enabled || Bytes.Enabled || Failures.Enabled;
}
