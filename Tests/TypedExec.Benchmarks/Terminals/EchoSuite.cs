using System.Diagnostics;
using System.Globalization;

namespace TypedExec.Benchmarks.Terminals;

/// <summary>
/// The time that a key takes to be echoed by a pseudo-terminal, compared with Python's pty module, alternating in the same run.
/// </summary>
internal static class EchoSuite
{
    private const int Rounds = 7;
    private const int Keys = 2000;
    private const int WarmUp = 1000;

    private static readonly (string Name, string Script)[] Works =
    [
        // The terminal itself echoes; in raw mode the program does.
        ("a key echoed by the terminal", "stty -icanon; printf ready; exec sleep 600"),
        ("a key echoed by a program (cat)", "stty raw -echo; printf ready; exec cat"),
    ];

    public static async Task RunAsync(TextWriter output)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Terminals", "echo.py");
        await output.WriteLineAsync("| work | rival | median, µs | 99 %, µs | TypedExec takes |");
        await output.WriteLineAsync("|---|---|---:|---:|---:|");
        foreach (var (name, program) in Works)
        {
            var (own, python) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                own.AddRange(await TypeAsync(program));
                var result = await new Executable("python3").ExecFile(script, $"{WarmUp + Keys}", "sh", "-c", program);
                python.AddRange(result.StdoutLines.Skip(WarmUp).Select(static line => double.Parse(line, CultureInfo.InvariantCulture) / 1000));
            }

            await WriteAsync(name, "TypedExec", own, own);
            await WriteAsync("", "Python's pty", python, own);
        }

        async Task WriteAsync(string name, string rival, List<double> times, List<double> own)
            => await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {rival} | {At(times, 0.5):0.0} | {At(times, 0.99):0.0} | {At(own, 0.5) / At(times, 0.5):0.00} × |"));
    }

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

    private static double At(List<double> times, double part)
    {
        times.Sort();
        return times[(int)(part * (times.Count - 1))];
    }
}
