using System.Diagnostics;
using System.Globalization;
using TypedExec.Benchmarks.Figures;
using TypedExec.Remote;
using TypedExec.Tests.Slurm;

namespace TypedExec.Benchmarks.Slurm;

/// <summary>
/// 1,000 commands in 20 packs on a Slurm of one node, beside a plain script of the same packs that is submitted by sbatch, by turns in the
/// same run. And, as <c>memory</c>, 10,000 commands and what this process needs for them.
/// </summary>
internal static class SlurmSuite
{
    public const string Name = "slurm";

    private const int Commands = 1000;
    private const int Packs = 20;

    private static readonly (string Id, string Title, string Script)[] Works =
    [
        ("echo", "`echo`", "echo $0"),
        ("wait", "50 ms of waiting, and `echo`", "sleep 0.05; echo $0"),
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int rounds, TextWriter log)
    {
        if (SlurmDaemons.Missing is { } missing)
        {
            await log.WriteLineAsync($"{Name}: {missing} is not installed");
            return [];
        }

        await using var slurm = await SlurmDaemons.StartAsync();
        var figures = new List<Figure>();
        foreach (var (id, _, script) in Works)
        {
            await log.WriteLineAsync($"{Name}: {id}");
            var (own, plain) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                own.Add(await RunAsync(slurm, script));
                plain.Add(await SubmitAsync(slurm, script));
            }

            figures.Add(Of(id, Figure.Own, own));
            figures.Add(Of(id, "sbatch", plain));
        }

        return figures;

        static Figure Of(string work, string contender, List<double> times)
            => new(Name, work, contender, new Dictionary<string, double> { ["seconds"] = Figure.Median(times) });
    }

    /// <summary>10,000 commands, and the memory for them.</summary>
    public static async Task<int> RunMemoryAsync(TextWriter output)
    {
        if (SlurmDaemons.Missing is { } missing)
        {
            await output.WriteLineAsync($"{Name}: {missing} is not installed");
            return 1;
        }

        await using var slurm = await SlurmDaemons.StartAsync();
        await MeasureMemoryAsync(slurm, output);
        return 0;
    }

    public static string Table(IEnumerable<Figure> figures)
    {
        var table = new MarkdownTable(2, "1,000 commands in 20 packs", "by", "median, s", "commands per second", "TypedExec takes");
        foreach (var work in figures.Where(static figure => figure.Suite == Name).GroupBy(static figure => figure.Work))
        {
            var own = work.First();
            foreach (var figure in work)
            {
                table.Add(
                    figure == own ? TitleOf(work.Key) : "", figure == own ? Figure.Own : "`sbatch --array` of a script",
                    Number(figure["seconds"]), (Commands / figure["seconds"]).ToString("0", CultureInfo.InvariantCulture),
                    $"{Number(own["seconds"] / figure["seconds"])} ×");
            }
        }

        return table.ToString();
    }

    public static string TitleOf(string work) => Works.First(entry => entry.Id == work).Title;

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static async Task<double> RunAsync(SlurmDaemons slurm, string script)
    {
        var commands = Enumerable.Range(0, Commands).Select(i => (ICommand)new Executable("sh")["-c", script, $"{i}"]).ToList();
        var start = Stopwatch.GetTimestamp();
        await foreach (var result in SlurmCluster.RunAsync(commands, slurm.Options(Commands / Packs)))
        {
            if (result.Stdout != $"{result.Index}\n")
            {
                throw new InvalidOperationException($"{result.ErrorMessage} {result.Stdout}");
            }
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await QuietAsync(slurm);
        return seconds;
    }

    /// <summary>The script that you would write by hand: one task per pack, and one output file per command.</summary>
    private static async Task<double> SubmitAsync(SlurmDaemons slurm, string script)
    {
        var folder = Directory.CreateDirectory(Path.Combine(slurm.Shared, Path.GetRandomFileName())).FullName;
        var file = Path.Combine(folder, "plain.sh");
        await File.WriteAllTextAsync(
            file,
            $"""
            #!/bin/sh
            i=$((SLURM_ARRAY_TASK_ID * {Commands / Packs}))
            end=$((i + {Commands / Packs}))
            while [ $i -lt $end ]; do
                sh -c '{script}' $i >$i.out 2>$i.err
                echo $? >$i.status
                i=$((i + 1))
            done
            : >done.$SLURM_ARRAY_TASK_ID

            """);
        var start = Stopwatch.GetTimestamp();
        await slurm.AskAsync("sbatch", $"--array=0-{Packs - 1}", "--output=/dev/null", $"--chdir={folder}", file);
        while (Enumerable.Range(0, Packs).Any(i => !File.Exists(Path.Combine(folder, $"done.{i}"))))
        {
            await Task.Delay(100);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await QuietAsync(slurm);
        Directory.Delete(folder, recursive: true);
        return seconds;
    }

    /// <summary>10,000 commands with some output each; made when they are asked for, so that what is measured is the run's own.</summary>
    private static async Task MeasureMemoryAsync(SlurmDaemons slurm, TextWriter output)
    {
        foreach (var count in (int[])[1000, 10_000])
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (peak, done, start) = (0L, 0, Stopwatch.GetTimestamp());
            await foreach (var result in SlurmCluster.RunAsync(new MadeOnDemand(count), slurm.Options(100)))
            {
                done += result.Stdout.Length == 10_000 ? 1 : 0;
                if (result.Progress.Completed % 250 == 0)
                {
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
                }
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{done} of {count} commands, 10 KB of output each: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, at most {peak / 1024} KB live, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
        }
    }

    private static async Task QuietAsync(SlurmDaemons slurm)
    {
        while ((await slurm.QueueAsync()).Length > 0)
        {
            await Task.Delay(100);
        }
    }

    private sealed class MadeOnDemand(int count) : IReadOnlyList<ICommand>
    {
        public int Count => count;

        public ICommand this[int index] => new Executable("sh")["-c", "head -c 10000 /dev/zero", $"{index}"];

        public IEnumerator<ICommand> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
