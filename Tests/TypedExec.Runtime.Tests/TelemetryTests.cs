using TypedExec.Requests;
using TypedExec.Telemetry;

namespace TypedExec.Tests;

/// <summary>
/// The cost of telemetry without listeners. TypedExec.Extensions.Tests tests it with listeners, using the OpenTelemetry SDK.
/// </summary>
public sealed class TelemetryTests
{
    [Fact]
    public void Without_listeners_telemetry_allocates_nothing()
    {
        var request = RequestFactory.Create(new Invocation("true", [], []), new RunOptions(new ProcessOptions()));
        Begin(1000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Begin(1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Begin(int times)
        {
            for (var i = 0; i < times; i++)
            {
                Assert.Null(ChildTrace.Start(ref request));
            }
        }
    }
}
