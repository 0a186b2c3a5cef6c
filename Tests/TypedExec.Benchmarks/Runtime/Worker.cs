using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>Runs one workload with one rival in this process, and prints the sample.</summary>
internal static class Worker
{
    /// <summary>The exit code if the rival can't run the workload.</summary>
    public const int CannotDo = 3;

    /// <summary>Returns the exit code of the process.</summary>
    /// <param name="args">The rival, the compiled <c>rival.c</c>, milliseconds of warm-up, the workload and its size.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var (cRival, work) = (args[1], args[3]);
        var warmUp = TimeSpan.FromMilliseconds(int.Parse(args[2], CultureInfo.InvariantCulture));
        var count = int.Parse(args[4], CultureInfo.InvariantCulture);
        var subject = RivalList.All.Single(rival => rival.Name == args[0]).Create();
        try
        {
            await WarmUpAsync(subject, work, cRival, warmUp);
        }
        catch (NotSupportedException)
        {
            return CannotDo;
        }

        using var threads = work == "at-once" ? new ThreadCount() : null;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var measured = await DoAsync(subject, work, count, cRival);
        var seconds = measured ?? Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        var sample = new Sample(
            seconds, (self.TotalProcessorTime - cpu).TotalSeconds, self.PeakWorkingSet64 / 1024,
            GC.GetTotalAllocatedBytes(precise: true) - allocated, threads?.MostBeyondRest ?? 0);
        Console.WriteLine(JsonSerializer.Serialize(sample, SampleJson.Default.Sample));
        return 0;
    }

    /// <summary>
    /// The same for all: a little of the workload, repeated until the runtime has fully compiled the code. Skipped if it takes
    /// memory that would count as the workload's.
    /// </summary>
    private static async Task WarmUpAsync(IRival rival, string work, string cRival, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            if (work == "at-once")
            {
                await AtOnceAsync(rival, 10, "echo x");
            }
            else
            {
                await DoAsync(rival, work, 10, cRival);
            }
        }
        while (!work.StartsWith("capture", StringComparison.Ordinal) && Stopwatch.GetElapsedTime(start) < time);
    }

    private static Task AtOnceAsync(IRival rival, int count, string script)
        => Task.WhenAll(Enumerable.Range(0, count).Select(_ => rival.CaptureAsync("/bin/sh", ["-c", script])));

    /// <summary>Runs the workload. Returns its own measurement unless that is the elapsed time.</summary>
    private static async Task<double?> DoAsync(IRival rival, string work, int count, string cRival)
    {
        var bytes = count * 1024L * 1024;
        string[] zeros = ["-c", $"{count}M", "/dev/zero"];
        switch (work)
        {
            case "sequential" or "layers":
                for (var i = 0; i < count; i++)
                {
                    await rival.CaptureAsync("/bin/true", []);
                }

                return null;
            case "guarded":
                for (var i = 0; i < count; i++)
                {
                    await rival.CaptureGuardedAsync("/bin/true", []);
                }

                return null;
            case "sync":
                for (var i = 0; i < count; i++)
                {
                    rival.CaptureSync("/bin/true", []);
                }

                return null;
            case "at-once":
                await AtOnceAsync(rival, count, "sleep 1; echo x");
                return null;
            case "threads":
                await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
                {
                    for (var i = 0; i < count / 8; i++)
                    {
                        await rival.CaptureAsync("/bin/true", []);
                    }
                })));
                return null;
            case "drop":
                Check(await rival.DropAsync("/usr/bin/head", zeros), bytes);
                return null;
            case "capture-string":
                Check(await rival.CaptureStringAsync("/usr/bin/head", zeros), bytes);
                return null;
            case "capture-bytes":
                Check(await rival.CaptureBytesAsync("/usr/bin/head", zeros), bytes);
                return null;
            case "lines":
                Check(await rival.CountLinesAsync("/bin/sh", ["-c", Lines(count)]), count * 1000L);
                return null;
            case "utf8-lines":
                Check(await rival.CountUtf8LinesAsync("/bin/sh", ["-c", Lines(count)]), count * 1000L);
                return null;
            case "pipeline":
                Check(await rival.CountThroughPipelineAsync(zeros), bytes);
                return null;
            case "exit-latency":
                return await MedianLatencyAsync(rival, count, cRival);
            default:
                throw new ArgumentException($"Unknown work {work}.", nameof(work));
        }
    }

    private static string Lines(int thousands)
        => string.Create(CultureInfo.InvariantCulture, $"yes {new string('x', 40)} | head -n {thousands * 1000L}");

    /// <summary>The child reports when it is about to exit, by the same clock.</summary>
    private static async Task<double> MedianLatencyAsync(IRival rival, int count, string cRival)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var stamps = await rival.WaitForExitAsync(cRival, ["exit-now"]);
            times[i] = BitConverter.ToDouble(stamps, 8) - BitConverter.ToDouble(stamps, 0);
        }

        Array.Sort(times);
        return times[count / 2];
    }

    private static void Check(long actual, long expected)
    {
        if (actual != expected)
        {
            throw new InvalidOperationException($"{actual} came instead of {expected}.");
        }
    }
}
