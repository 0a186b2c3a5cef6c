using ScottPlot;

namespace GitReport;

/// <summary>The chart of the report: commits per day.</summary>
public static class Chart
{
    public static void Save(IReadOnlyList<(DateOnly Day, int Commits)> days, string path)
    {
        using var plot = new Plot();
        foreach (var (day, commits) in days)
        {
            plot.Add.Bar(position: day.ToDateTime(TimeOnly.MinValue).ToOADate(), value: commits);
        }

        plot.Axes.DateTimeTicksBottom();
        plot.Axes.Margins(bottom: 0);
        plot.Title("Commits per day");
        plot.SavePng(path, 800, 400);
    }
}
