using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedExec.Benchmarks.Runtime.Rivals;

/// <summary>
/// The same with a listener to traces and metrics. TypedExec's own row has none: it shows that telemetry then costs nothing.
/// </summary>
internal static class TracedRival
{
    public static IRival Create()
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = static source => source.Name == CommandTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        });
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == CommandTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        return new TypedExecRival();
    }
}
