using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace TypedExec.Extensions.Tests;

/// <summary>The metrics of commands, as the OpenTelemetry SDK gets them.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_count_children_their_durations_and_their_bytes()
    {
        using var directory = new TempDirectory();
        // A unique name, because other tests run programs too.
        var name = $"metered-{Guid.NewGuid():N}";
        directory.AddExecutable(name, "#!/bin/sh\ncat; echo error >&2; exit $1\n");
        var program = new Executable(directory[name]);
        var exported = new List<Metric>();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(CommandTelemetry.Name).AddInMemoryExporter(exported).Build();
        await using var running = new Executable(directory[name]).Spawn("0");

        await program.ExecFile(["0"], new() { Input = "12345" });
        program.ExecFileSync(["0"], new() { Input = "123" });
        await program.ExecFile(["3"], new() { ThrowOnFailure = false });
        await program.Spawn(["0"], new SpawnOptions { Stdio = [Stdio.Ignore] }).WaitForCloseAsync().Soon();
        await Assert.ThrowsAsync<ExecException>(async () => await new Executable(directory[name + "-gone"]).ExecFile("0"));
        provider.ForceFlush();

        Assert.Equal(5, Sum(exported, "typedexec.process.started", name));
        Assert.Equal(1, Sum(exported, "typedexec.process.active", name));
        Assert.Equal(1, Sum(exported, "typedexec.process.failures", name, "error.type", "3"));
        Assert.Equal(1, Sum(exported, "typedexec.process.failures", name + "-gone", "error.type", "ENOENT"));
        Assert.Equal(8, Sum(exported, "typedexec.process.io", name, "typedexec.stream", "stdin"));
        Assert.Equal(8, Sum(exported, "typedexec.process.io", name, "typedexec.stream", "stdout"));
        Assert.Equal(4 * "error\n".Length, Sum(exported, "typedexec.process.io", name, "typedexec.stream", "stderr"));
        Assert.Equal(4, Points(exported, "typedexec.process.duration", name).Sum(static point => point.GetHistogramCount()));
    }

    private static long Sum(List<Metric> metrics, string metric, string program, string? tag = null, string? value = null)
        => Points(metrics, metric, program).Where(point => tag is null || Tag(point, tag) == value).Sum(static point => point.GetSumLong());

    private static List<MetricPoint> Points(List<Metric> metrics, string metric, string program)
    {
        var points = new List<MetricPoint>();
        // The last flush contains everything.
        foreach (ref readonly var point in metrics.Last(one => one.Name == metric).GetMetricPoints())
        {
            if (Tag(point, "process.executable.name") == program)
            {
                points.Add(point);
            }
        }

        return points;
    }

    private static string? Tag(MetricPoint point, string name)
    {
        foreach (var tag in point.Tags)
        {
            if (tag.Key == name)
            {
                return tag.Value?.ToString();
            }
        }

        return null;
    }
}
