using System.Globalization;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>
/// Every workload with every rival, each run in its own process and the rivals taking turns, so that drift on the machine affects
/// all of them. Reports medians, and ratios to this project's own.
/// </summary>
internal static class RuntimeSuite
{
    private static readonly Executable Compiler = new("gcc");

    /// <summary>Runs as <c>runtime [--quick] [work …]</c> or, when it starts itself, one workload with one rival.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args is ["one", var rival, var cRival, var warmUp, var id, var count])
        {
            return await Worker.RunAsync(
                rival, cRival, TimeSpan.FromMilliseconds(int.Parse(warmUp, CultureInfo.InvariantCulture)), id,
                int.Parse(count, CultureInfo.InvariantCulture));
        }

        var isQuick = args.Contains("--quick");
        var chosen = Work.All.Where(work => args.Contains(work.Id)).ToList();
        var folder = Directory.CreateTempSubdirectory("typedexec-bench-");
        try
        {
            var limit = Path.Combine(folder.FullName, "rival");
            await Compiler.ExecFile("-O2", "-pthread", "-o", limit, Path.Combine(AppContext.BaseDirectory, "Runtime", "rival.c"));
            var contenders = Contender.All(limit, TimeSpan.FromSeconds(isQuick ? 0.5 : 2));
            var rounds = isQuick ? 3 : 7;
            output.WriteLine($"Medians of {rounds} rounds, {Environment.ProcessorCount} cores, .NET {Environment.Version}. Times are of the whole work.");
            output.WriteLine();
            output.WriteLine("| work | goal | rival | time, ms | TypedExec takes | CPU, s | peak RSS, MB | more threads | allocated, KB each |");
            output.WriteLine("|---|---|---|---:|---:|---:|---:|---:|---:|");
            foreach (var work in chosen.Count > 0 ? chosen : Work.All)
            {
                if ((isQuick ? work.QuickCount : work.Count) is > 0 and var much)
                {
                    await MeasureAsync(work, much, rounds, contenders, output);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(Work work, int count, int rounds, IReadOnlyList<Contender> contenders, TextWriter output)
    {
        var samples = contenders.ToDictionary(contender => contender.Name, _ => new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                if (await contender.RunAsync(work.Id, count) is { } sample)
                {
                    samples[contender.Name].Add(sample);
                }
            }
        }

        var own = Median(samples["TypedExec"], sample => sample.Seconds);
        var (title, goals) = ($"{work.Title} ({count})", work.Goals);
        foreach (var (name, runs) in samples.Where(entry => entry.Value.Count > 0))
        {
            var seconds = Median(runs, sample => sample.Seconds);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {title} | {goals} | {name} | {seconds * 1000:F3} | {own / seconds:F2} × | {Median(runs, sample => sample.Cpu):F2} | {Median(runs, sample => sample.PeakKb) / 1024:F0} | {Median(runs, sample => sample.Threads):F0} | {Median(runs, sample => sample.Allocated) / 1024 / count:F1} |"));
            // A workload's name and goals are printed once.
            (title, goals) = ("", "");
        }
    }

    private static double Median(IEnumerable<Sample> samples, Func<Sample, double> of)
    {
        double[] sorted = [.. samples.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }
}
