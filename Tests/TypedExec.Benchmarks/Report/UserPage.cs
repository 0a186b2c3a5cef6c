using System.Globalization;
using TypedExec.Benchmarks.Charts;
using TypedExec.Benchmarks.Figures;
using TypedExec.Benchmarks.Runtime;

namespace TypedExec.Benchmarks.Report;

/// <summary>What a user wants to know: three charts and one table.</summary>
internal static class UserPage
{
    private static readonly string[] Rivals = ["Process", "Process, .NET 11", "CliWrap", "MedallionShell", "execa 10"];

    private static readonly (string Work, string Title)[] Rows =
    [
        ("sequential", "run a program and capture its output"),
        ("sync", "the same, with synchronous calls"),
        ("threads", "the same from 8 threads"),
        ("at-once", "1,000 programs at once that wait for a second"),
        ("drop", "read 2,000 MB of output"),
        ("capture-string", "capture 200 MB as a string"),
        ("lines", "read 3 million lines"),
        ("pipeline", "send 500 MB through a pipeline of three"),
    ];

    /// <summary>The files in <c>docs/images</c>, and their charts.</summary>
    public static IEnumerable<(string File, BarChart Chart)> Charts(FigureFile figures)
    {
        yield return ("performance-run.svg", new BarChart(
            "Running a program and capturing its output",
            "/bin/true, one run after another.",
            "milliseconds per run (less is better)", "ms", "0.00",
            Bars(figures, "sequential", static figure => figure["seconds"] * 1000 / figure["count"])));
        yield return ("performance-many.svg", new BarChart(
            "Memory for 1,000 programs at once",
            "Each waits for a second and prints a line.",
            "peak memory of the parent process in MB (less is better)", "MB", "0",
            Bars(figures, "at-once", static figure => figure["peakMb"])));
        yield return ("performance-output.svg", new BarChart(
            "Reading 2,000 MB of output",
            "The parent process reads it from a pipe and discards it.",
            "seconds (less is better)", "s", "0.00",
            Bars(figures, "drop", static figure => figure["seconds"])));
    }

    public static string Summary(FigureFile figures)
    {
        var table = new MarkdownTable(1, ["work", Figure.Own, .. Rivals.Select(static rival => rival.StartsWith("Process", StringComparison.Ordinal) ? rival.Replace("Process", "`Process`", StringComparison.Ordinal) : rival)]);
        foreach (var (work, title) in Rows)
        {
            if (Find(figures, work, Figure.Own) is { } own)
            {
                table.Add([title, Time(own), .. Rivals.Select(rival => Ratio(Find(figures, work, rival), own))]);
            }
        }

        return table.ToString();
    }

    private static IReadOnlyList<Bar> Bars(FigureFile figures, string work, Func<Figure, double> value)
        => [.. figures.Of(RuntimeSuite.Name)
            .Where(figure => figure.Work == work && figure.Contender != "TypedExec, .NET 11")
            .OrderBy(static figure => figure.Contender == "C" ? 0 : 1)
            .ThenBy(value)
            .Select(figure => new Bar(Label(figure.Contender), value(figure), Kind(figure.Contender)))];

    private static string Label(string contender) => contender switch
    {
        "C" => "C program (the limit)",
        "Process" => "Process, .NET 10",
        _ => contender,
    };

    private static BarKind Kind(string contender) => contender switch
    {
        "C" => BarKind.Limit,
        Figure.Own => BarKind.Own,
        _ => BarKind.Rival,
    };

    private static Figure? Find(FigureFile figures, string work, string contender)
        => figures.Of(RuntimeSuite.Name).FirstOrDefault(figure => figure.Work == work && figure.Contender == contender);

    /// <summary>Per run where a run is the same each time, otherwise for all of it.</summary>
    private static string Time(Figure figure)
    {
        var seconds = figure.Work is "sequential" or "sync" or "threads" ? figure["seconds"] / figure["count"] : figure["seconds"];
        return seconds >= 1
            ? seconds.ToString("0.00 s", CultureInfo.InvariantCulture)
            : (seconds * 1000).ToString(seconds < 0.01 ? "0.00 'ms'" : "0 'ms'", CultureInfo.InvariantCulture);
    }

    private static string Ratio(Figure? rival, Figure own)
        => rival is null ? "–" : $"{(rival["seconds"] / own["seconds"]).ToString("0.00", CultureInfo.InvariantCulture)} ×";
}
