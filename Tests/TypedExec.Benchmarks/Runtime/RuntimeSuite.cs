using System.Globalization;
using TypedExec.Benchmarks.Figures;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>
/// Every workload with every rival, each run in its own process and the rivals taking turns, so that drift on the machine affects
/// all of them.
/// </summary>
internal static class RuntimeSuite
{
    public const string Name = "runtime";

    /// <summary>Runs as <c>runtime [--quick] [work …]</c> or, when it starts itself, one workload with one rival.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args is ["one", .. var one])
        {
            return await Worker.RunAsync(one);
        }

        var plan = args.Contains("--quick") ? RuntimePlan.Quick : RuntimePlan.Full;
        var chosen = Work.All.Where(work => args.Contains(work.Id)).ToList();
        var rivals = await RivalPrograms.PrepareAsync(output);
        var figures = await MeasureAsync(plan, chosen.Count > 0 ? chosen : Work.All, rivals, output);
        await output.WriteLineAsync($"Medians of {plan.Rounds} rounds. {Machine.Here(await rivals.NodeVersionAsync())}\n\n{Table(figures)}\n{LayersTable(figures)}");
        return 0;
    }

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(RuntimePlan plan, IReadOnlyList<Work> works, RivalPrograms rivals, TextWriter log)
    {
        var contenders = Contender.All(rivals, plan.WarmUp);
        var figures = new List<Figure>();
        foreach (var work in works.Where(work => plan.Size(work) > 0))
        {
            await log.WriteLineAsync($"{Name}: {work.Id}");
            figures.AddRange(await MeasureAsync(work, plan.Size(work), plan.Rounds, [.. contenders.Where(contender => contender.Runs(work))], log));
        }

        return figures;
    }

    /// <summary>The workloads of all rivals.</summary>
    public static string Table(IEnumerable<Figure> figures)
    {
        var table = new MarkdownTable(
            2, "work", "library", "time, ms", "TypedExec takes", "CPU, s", "peak RSS, MB", "extra threads", "allocated, KB per run");
        foreach (var work in Groups(figures).Where(static work => !IsOfVariants(work.Key.Work)))
        {
            var own = work.Single(static figure => figure.Contender == Figure.Own);
            // A workload's name is printed once.
            var title = Work.TitleOf(work.Key.Work, work.Key.Count);
            foreach (var figure in work)
            {
                table.Add(
                    title, figure.Contender, Number(figure["seconds"] * 1000, "0.00"), $"{Number(own["seconds"] / figure["seconds"], "0.00")} ×",
                    Number(figure["cpu"], "0.00"), Number(figure["peakMb"], "0"), Number(figure["threads"], "0"),
                    figure["allocatedKb"] > 0 ? Number(figure["allocatedKb"], "0.0") : "");
                title = "";
            }
        }

        return table.ToString();
    }

    /// <summary>What the layers above the plain verb cost.</summary>
    public static string LayersTable(IEnumerable<Figure> figures)
    {
        var table = new MarkdownTable(1, "`/bin/true`, captured", "time per run, µs", "× plain verb", "CPU per run, µs", "allocated, KB per run");
        foreach (var work in Groups(figures).Where(static work => IsOfVariants(work.Key.Work)))
        {
            var plain = work.Single(static figure => figure.Contender == Figure.Own);
            foreach (var figure in work)
            {
                table.Add(
                    figure == plain ? "the plain verb" : figure.Contender, Number(figure["seconds"] * 1e6 / work.Key.Count, "0"),
                    Number(figure["seconds"] / plain["seconds"], "0.00"), Number(figure["cpu"] * 1e6 / work.Key.Count, "0"),
                    Number(figure["allocatedKb"], "0.0"));
            }
        }

        return table.ToString();
    }

    private static IEnumerable<IGrouping<(string Work, double Count), Figure>> Groups(IEnumerable<Figure> figures)
        => figures.Where(static figure => figure.Suite == Name).GroupBy(static figure => (figure.Work, figure["count"]));

    private static bool IsOfVariants(string id) => Work.All.First(work => work.Id == id).IsOfVariants;

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<Figure>> MeasureAsync(
        Work work, int count, int rounds, IReadOnlyList<Contender> contenders, TextWriter log)
    {
        var samples = contenders.ToDictionary(static contender => contender.Name, static _ => new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                try
                {
                    if (await contender.RunAsync(work.Id, count) is { } sample)
                    {
                        samples[contender.Name].Add(sample);
                    }
                }
                catch (Exception e) when (e is InvalidOperationException or ExecException && contender.Name != Figure.Own)
                {
                    // A rival that fails once must not cost all other figures.
                    await log.WriteLineAsync(e.Message);
                }
            }
        }

        return contenders.Select(contender => (contender.Name, Runs: samples[contender.Name])).Where(static entry => entry.Runs.Count > 0).Select(
            entry => new Figure(Name, work.Id, entry.Name, new Dictionary<string, double>
            {
                ["count"] = count,
                ["seconds"] = Figure.Median(entry.Runs.Select(static run => run.Seconds)),
                ["cpu"] = Figure.Median(entry.Runs.Select(static run => run.Cpu)),
                ["peakMb"] = Figure.Median(entry.Runs.Select(static run => run.PeakKb / 1024.0)),
                ["threads"] = Figure.Median(entry.Runs.Select(static run => (double)run.Threads)),
                ["allocatedKb"] = Figure.Median(entry.Runs.Select(run => run.Allocated / 1024.0 / count)),
            }));
    }
}
