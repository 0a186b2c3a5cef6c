using TypedExec.Benchmarks.Charts;
using TypedExec.Benchmarks.Figures;
using TypedExec.Benchmarks.GeneratorScale;
using TypedExec.Benchmarks.Hosts;
using TypedExec.Benchmarks.Ipc;
using TypedExec.Benchmarks.Runtime;
using TypedExec.Benchmarks.Slurm;
using TypedExec.Benchmarks.Terminals;

namespace TypedExec.Benchmarks.Report;

/// <summary>
/// Measures everything in one sitting, stores the figures as <c>docs/performance.json</c>, and rewrites the tables and charts of the
/// documentation from them.
/// </summary>
internal static class ReportCommand
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");
    private static readonly string FiguresPath = Path.Combine(Docs, "performance.json");

    private static readonly (string Name, Func<Plan, Task<IReadOnlyList<Figure>>> MeasureAsync)[] Suites =
    [
        (RuntimeSuite.Name, static plan => RuntimeSuite.MeasureAsync(plan.Runtime, Work.All, plan.Rivals, plan.Log)),
        (EchoSuite.Name, static plan => EchoSuite.MeasureAsync(plan.Rounds, plan.Log)),
        (IpcSuite.Name, static plan => IpcSuite.MeasureAsync(plan.Rounds, plan.Log)),
        (SshSuite.Name, static plan => SshSuite.MeasureAsync(plan.Rounds, plan.Log)),
        (SlurmSuite.Name, static plan => SlurmSuite.MeasureAsync(Math.Min(plan.Rounds, 3), plan.Log)),
        (GeneratorScaleSuite.Name, static plan => Task.Run(() => GeneratorScaleSuite.Measure(isShort: true, plan.Log))),
    ];

    /// <summary>
    /// Runs as <c>report [--quick] [suite …]</c>, or as <c>report --redraw</c> to make tables and charts of the stored figures. Suites
    /// that aren't named keep their stored figures.
    /// </summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args is ["--redraw"])
        {
            Write(FigureFile.Load(FiguresPath));
            return 0;
        }

        var isQuick = args.Contains("--quick");
        string[] chosen = [.. args.Where(static arg => arg != "--quick")];
        if (chosen.Except(Suites.Select(static suite => suite.Name)).FirstOrDefault() is { } unknown)
        {
            await output.WriteLineAsync($"There is no suite \"{unknown}\": {string.Join(", ", Suites.Select(static suite => suite.Name))}");
            return 1;
        }

        var start = DateTime.UtcNow;
        var rivals = await RivalPrograms.PrepareAsync(output);
        var plan = new Plan(isQuick ? RuntimePlan.Quick : RuntimePlan.Report, isQuick ? 3 : 5, rivals, output);
        var machine = Machine.Here(await rivals.NodeVersionAsync());
        var (figures, failed) = (new List<Figure>(), new List<string>());
        foreach (var (name, measureAsync) in Suites)
        {
            if (chosen.Length > 0 && !chosen.Contains(name))
            {
                figures.AddRange(Stored(name));
                continue;
            }

            try
            {
                figures.AddRange(await measureAsync(plan));
            }
            catch (Exception e)
            {
                // The others are still worth their time. What was measured before stays.
                await output.WriteLineAsync($"{name} failed: {e}");
                failed.Add(name);
                figures.AddRange(Stored(name));
            }
        }

        var file = new FigureFile(machine, figures);
        file.Save(FiguresPath);
        Write(file);
        foreach (var (name, table) in ContributorPage.Sections(file))
        {
            await output.WriteLineAsync($"\n{name}\n\n{table}");
        }

        await output.WriteLineAsync($"{UserPage.Summary(file)}\nThis took {(DateTime.UtcNow - start).TotalMinutes:0.0} minutes.");
        await output.WriteLineAsync(failed.Count == 0 ? $"{FiguresPath} and the pages were rewritten." : $"These failed: {string.Join(", ", failed)}");
        return failed.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<Figure> Stored(string suite) => File.Exists(FiguresPath) ? FigureFile.Load(FiguresPath).Of(suite) : [];

    private static void Write(FigureFile file)
    {
        foreach (var (name, chart) in UserPage.Charts(file).Where(static entry => entry.Chart.Bars.Count > 0))
        {
            File.WriteAllText(Path.Combine(Docs, "images", name), SvgBarChart.Draw(chart));
        }

        Rewrite("performance.md", [("machine", $"{file.Machine}"), ("summary", UserPage.Summary(file))]);
        Rewrite(Path.Combine("contributing", "performance.md"), ContributorPage.Sections(file));
    }

    private static void Rewrite(string page, IEnumerable<(string Name, string Content)> sections)
    {
        var path = Path.Combine(Docs, page);
        File.WriteAllText(path, sections.Aggregate(
            File.ReadAllText(path), static (text, section) => MarkedSection.Replace(text, section.Name, section.Content)));
    }

    private sealed record Plan(RuntimePlan Runtime, int Rounds, RivalPrograms Rivals, TextWriter Log);
}
