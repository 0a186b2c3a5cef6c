using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedExec.Benchmarks.Runtime.Rivals;

/// <summary>
/// The same with somebody who listens to traces and metrics. The row of TypedExec is with nobody: what telemetry costs then is nothing.
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
