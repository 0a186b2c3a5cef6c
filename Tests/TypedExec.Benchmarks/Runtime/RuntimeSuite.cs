using System.Text.Json;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>
/// Every work by every rival, each run in a process of its own, the rivals taking turns, so that what drifts on the machine
/// hits all of them; medians, and ratios against this project's own.
/// </summary>
internal static class RuntimeSuite
{
    private static readonly Executable Compiler = new("gcc");

    /// <summary>Runs as <c>runtime [--quick] [work …]</c>, or, started by itself, one work of one rival.</summary>
    public static async Task RunAsync(string[] args, TextWriter output)
    {
        if (args is ["one", var rival, var id, var count, var cRival])
        {
            await Worker.RunAsync(rival, id, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), cRival);
            return;
        }

        var isQuick = args.Contains("--quick");
        var chosen = Work.All.Where(work => args.Contains(work.Id)).ToList();
        var folder = Directory.CreateTempSubdirectory("typedexec-bench-");
        try
        {
            var limit = Path.Combine(folder.FullName, "rival");
            await Compiler.ExecFile("-O2", "-pthread", "-o", limit, Path.Combine(AppContext.BaseDirectory, "Runtime", "rival.c"));
            var rounds = isQuick ? 3 : 7;
            output.WriteLine($"Medians of {rounds} rounds, {Environment.ProcessorCount} cores, .NET {Environment.Version}. Times are of the whole work.");
            output.WriteLine();
            output.WriteLine("| work | goal | rival | time, ms | TypedExec takes | CPU, s | peak RSS, MB | allocated, KB each |");
            output.WriteLine("|---|---|---|---:|---:|---:|---:|---:|");
            foreach (var work in chosen.Count > 0 ? chosen : Work.All)
            {
                await MeasureAsync(work, isQuick ? work.QuickCount : work.Count, rounds, limit, output);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Work work, int count, int rounds, string limit, TextWriter output)
    {
        string[] rivals = ["C", .. Worker.Rivals.Keys];
        var samples = rivals.ToDictionary(rival => rival, _ => new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var rival in rivals)
            {
                if (await SampleAsync(rival, work, count, limit) is { } sample)
                {
                    samples[rival].Add(sample);
                }
            }
        }

        var own = Median(samples["TypedExec"], sample => sample.Seconds);
        foreach (var rival in rivals.Where(rival => samples[rival].Count > 0))
        {
            var seconds = Median(samples[rival], sample => sample.Seconds);
            output.WriteLine(FormattableString.Invariant(
                $"| {work.Title} ({count}) | {work.Goals} | {rival} | {seconds * 1000:F3} | {own / seconds:F2} × | {Median(samples[rival], sample => sample.Cpu):F2} | {Median(samples[rival], sample => sample.PeakKb) / 1024:F0} | {Median(samples[rival], sample => sample.Allocated) / 1024 / count:F1} |"));
        }
    }

    /// <summary>One run; null where the rival has no way to do the work.</summary>
    private static async Task<Sample?> SampleAsync(string rival, Work work, int count, string limit)
    {
        if (rival == "C" && work.Id == "lines")
        {
            return null;
        }

        var result = rival == "C"
            ? await new Executable(limit).ExecFile([work.Id, $"{count}"])
            : await new Executable(Environment.ProcessPath!).ExecFile(
                ["runtime", "one", rival, work.Id, $"{count}", limit], new() { ThrowOnFailure = false });
        if (result.Stderr.Contains(nameof(NotSupportedException), StringComparison.Ordinal))
        {
            return null;
        }

        return result.ExitCode == 0
            ? JsonSerializer.Deserialize(result.Stdout, SampleJson.Default.Sample)
            : throw new InvalidOperationException($"{rival} failed at {work.Id}: {result.Stderr}");
    }

    private static double Median(IEnumerable<Sample> samples, Func<Sample, double> of)
    {
        double[] sorted = [.. samples.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }
}
