using System.Globalization;

namespace TypedExec.Benchmarks.Figures;

/// <summary>An upper limit for one of this project's figures: a plain number, or a multiple of a rival's figure.</summary>
internal sealed record Goal(string Suite, string Work, string Value, string? Rival, double AtMost)
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["seconds"] = "time", ["cpu"] = "CPU time", ["peakMb"] = "peak RSS", ["allocatedKb"] = "KB per run", ["threads"] = "extra threads",
        ["coldKb"] = "KB per class", ["coldUs"] = "time per class",
    };

    public static IReadOnlyList<Goal> All { get; } =
    [
        new("runtime", "sequential", "seconds", "C", 1.10),
        new("runtime", "sequential", "seconds", "CliWrap", 0.80),
        new("runtime", "sequential", "allocatedKb", null, 2),
        new("runtime", "sync", "seconds", "C", 1.05),
        new("runtime", "at-once", "seconds", "C", 1.10),
        new("runtime", "at-once", "seconds", "Process, .NET 11", 1.00),
        new("runtime", "at-once", "threads", null, 2),
        new("runtime", "at-once", "peakMb", "CliWrap", 0.50),
        new("runtime", "threads", "seconds", "C", 1.10),
        new("runtime", "drop", "seconds", "C", 1.05),
        new("runtime", "drop", "cpu", "Process", 0.60),
        new("runtime", "capture-string", "seconds", "CliWrap", 0.60),
        new("runtime", "capture-string", "peakMb", "CliWrap", 0.80),
        new("runtime", "capture-bytes", "seconds", "CliWrap", 0.30),
        new("runtime", "capture-bytes", "peakMb", "CliWrap", 0.35),
        new("runtime", "lines", "seconds", "Process", 0.70),
        new("runtime", "utf8-lines", "seconds", "Process", 0.35),
        new("runtime", "pipeline", "seconds", "C", 1.10),
        new("runtime", "pipeline", "seconds", "CliWrap", 0.40),
        new("runtime", "pipeline", "cpu", null, 0.05),
        new("runtime", "exit-latency", "seconds", "C", 1.20),
        new("slurm", "echo", "seconds", "sbatch", 1.20),
        new("slurm", "wait", "seconds", "sbatch", 1.20),
        new("generator", "classes", "coldKb", null, 20),
    ];

    /// <summary>The goals that these figures have an answer for, with the answers.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="title">The title of a workload.</param>
    public static string Table(IReadOnlyList<Figure> figures, Func<Figure, string> title)
    {
        var table = new MarkdownTable(2, "work", "goal", "measured", "met");
        foreach (var goal in All)
        {
            var own = figures.FirstOrDefault(figure => goal.Concerns(figure, Figure.Own));
            var rival = goal.Rival is null ? null : figures.FirstOrDefault(figure => goal.Concerns(figure, goal.Rival));
            if (own is not null && (goal.Rival is null || rival is not null))
            {
                var measured = rival is null ? own[goal.Value] : own[goal.Value] / rival[goal.Value];
                table.Add(title(own), $"{Names[goal.Value]} ≤ {goal.Text(goal.AtMost)}", Number(measured), measured <= goal.AtMost ? "yes" : "no");
            }
        }

        return table.ToString();
    }

    private bool Concerns(Figure figure, string contender) => figure.Suite == Suite && figure.Work == Work && figure.Contender == contender;

    private string Text(double number) => Rival is null ? Number(number) : $"{Number(number)} × {Rival}";

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
