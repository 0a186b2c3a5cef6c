using System.Diagnostics;
using System.Globalization;
using TypedExec.Benchmarks.Figures;

namespace TypedExec.Benchmarks.Terminals;

/// <summary>
/// The time that a key takes to be echoed by a pseudo-terminal, compared with Python's pty module, alternating in the same run.
/// </summary>
internal static class EchoSuite
{
    public const string Name = "terminals";

    private const int Keys = 2000;
    private const int WarmUp = 1000;

    private static readonly (string Name, string Script)[] Works =
    [
        // The terminal itself echoes; in raw mode the program does.
        ("a key echoed by the terminal", "stty -icanon; printf ready; exec sleep 600"),
        ("a key echoed by a program (`cat`)", "stty raw -echo; printf ready; exec cat"),
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int rounds, TextWriter log)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Terminals", "echo.py");
        var figures = new List<Figure>();
        foreach (var (name, program) in Works)
        {
            await log.WriteLineAsync($"{Name}: {name}");
            var (own, python) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                own.AddRange(await TypeAsync(program));
                var result = await new Executable("python3").ExecFile(script, $"{WarmUp + Keys}", "sh", "-c", program);
                python.AddRange(result.StdoutLines.Skip(WarmUp).Select(static line => double.Parse(line, CultureInfo.InvariantCulture) / 1000));
            }

            figures.Add(Of(name, Figure.Own, own));
            figures.Add(Of(name, "Python's pty", python));
        }

        return figures;

        static Figure Of(string work, string contender, List<double> times) => new(Name, work, contender, new Dictionary<string, double>
        {
            ["medianUs"] = Figure.Median(times),
            ["p99Us"] = Figure.Percentile(times, 0.99),
        });
    }

    public static string Table(IEnumerable<Figure> figures)
    {
        var table = new MarkdownTable(2, "work", "library", "median, µs", "99 %, µs", "TypedExec takes");
        foreach (var work in figures.Where(static figure => figure.Suite == Name).GroupBy(static figure => figure.Work))
        {
            var own = work.First();
            foreach (var figure in work)
            {
                table.Add(
                    figure == own ? work.Key : "", figure.Contender, Number(figure["medianUs"], "0.0"), Number(figure["p99Us"], "0.0"),
                    $"{Number(own["medianUs"] / figure["medianUs"], "0.00")} ×");
            }
        }

        return table.ToString();
    }

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<double>> TypeAsync(string program)
    {
        await using var child = new Executable("sh").Spawn(["-c", program], new SpawnOptions { Terminal = new TerminalSize(80, 24) });
        var terminal = child.Terminal!;
        await terminal.ExpectAsync("ready");
        byte[] key = [(byte)'x'];
        var buffer = new byte[4096];
        var times = new double[WarmUp + Keys];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await terminal.WriteAsync(key);
            _ = await terminal.ReadAsync(buffer);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return times.Skip(WarmUp);
    }
}
