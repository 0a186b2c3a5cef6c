using System.Diagnostics;
using System.Globalization;
using TypedExec.Benchmarks.Figures;
using TypedExec.Remote;
using TypedExec.Tests.Hosts;

namespace TypedExec.Benchmarks.Hosts;

/// <summary>
/// Commands over ssh to a real sshd on the loopback device, next to a shell loop that calls <c>ssh</c> with the same options. They
/// take turns.
/// </summary>
internal static class SshSuite
{
    public const string Name = "ssh";

    private const string Loop = "ssh, in a shell loop";
    private const int Connections = 10;
    private const int SharedCommands = 100;
    private const int Megabytes = 200;

    private static readonly Dictionary<string, string> Titles = new()
    {
        ["connect"] = "a command that connects",
        ["shared"] = "a command over a shared connection",
        ["output"] = "1 MB of output",
    };

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int rounds, TextWriter log)
    {
        if (SshDaemon.Missing is { } missing)
        {
            await log.WriteLineAsync($"{Name}: {missing} is not installed");
            return [];
        }

        var folder = Directory.CreateTempSubdirectory("typedexec-ssh-").FullName;
        try
        {
            var port = SshDaemon.FreePort();
            await using var sshd = await SshDaemon.StartAsync(folder, port);
            var alone = SshDaemon.Host(folder, port);
            var sharing = new SshSharing { ControlPath = Path.Combine(folder, "shared"), Persist = TimeSpan.FromMinutes(10) };
            var shared = SshDaemon.Host(folder, port, sharing: sharing);
            List<Figure> figures =
            [
                .. await MeasureAsync("connect", rounds, Connections, () => RunAsync(alone, Connections), () => LoopAsync(alone, Connections), log),
                .. await MeasureAsync("shared", rounds, SharedCommands, () => RunAsync(shared, SharedCommands), () => LoopAsync(shared, SharedCommands), log),
                .. await MeasureAsync("output", rounds, Megabytes, () => ReadAsync(shared), () => ReadByShellAsync(shared), log),
            ];
            await new Executable("ssh")[[.. ((ICommand)shared).ToArguments(), "-O", "exit"]].ExecFile(new() { ThrowOnFailure = false });
            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static string Table(IEnumerable<Figure> figures)
    {
        var table = new MarkdownTable(2, "work", "by", "time, ms", "TypedExec takes");
        foreach (var work in figures.Where(static figure => figure.Suite == Name).GroupBy(static figure => figure.Work))
        {
            var own = work.First();
            foreach (var figure in work)
            {
                table.Add(
                    figure == own ? Titles[work.Key] : "", figure.Contender, figure["ms"].ToString("0.00", CultureInfo.InvariantCulture),
                    $"{(own["ms"] / figure["ms"]).ToString("0.00", CultureInfo.InvariantCulture)} ×");
            }
        }

        return table.ToString();
    }

    private static async Task<Figure[]> MeasureAsync(string work, int rounds, int count, Func<Task> ownAsync, Func<Task> loopAsync, TextWriter log)
    {
        await log.WriteLineAsync($"{Name}: {work}");
        await ownAsync();
        var (own, loop) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            own.Add(await TimeAsync(ownAsync));
            loop.Add(await TimeAsync(loopAsync));
        }

        return [Of(Figure.Own, own), Of(Loop, loop)];

        Figure Of(string contender, List<double> times)
            => new(Name, work, contender, new Dictionary<string, double> { ["ms"] = Figure.Median(times) * 1000 / count });
    }

    private static async Task<double> TimeAsync(Func<Task> workAsync)
    {
        var start = Stopwatch.GetTimestamp();
        await workAsync();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task RunAsync(Ssh host, int count)
    {
        var command = new Executable("echo")["x"].Via(host);
        for (var i = 0; i < count; i++)
        {
            Check((await command.ExecFile()).Stdout, "x\n");
        }
    }

    private static async Task LoopAsync(Ssh host, int count)
    {
        string[] script = ["-c", "n=$1; shift; while [ $n -gt 0 ]; do x=$(ssh \"$@\" 'echo x') && [ \"$x\" = x ] || exit 1; n=$((n - 1)); done", "sh", $"{count}"];
        await new Executable("sh").ExecFile([.. script, .. ((ICommand)host).ToArguments()]);
    }

    private static async Task ReadAsync(Ssh host)
    {
        await using var child = new Executable("head")["-c", $"{Megabytes}M", "/dev/zero"].Via(host).Spawn();
        var buffer = new byte[64 * 1024];
        long total = 0;
        int count;
        while ((count = await child.Stdout!.ReadAsync(buffer)) > 0)
        {
            total += count;
        }

        Check($"{total}", $"{Megabytes * 1048576L}");
    }

    private static async Task ReadByShellAsync(Ssh host)
    {
        var result = await new Executable("sh").ExecFile(
            ["-c", $"ssh \"$@\" 'head -c {Megabytes}M /dev/zero' | wc -c", "sh", .. ((ICommand)host).ToArguments()]);
        Check(result.Stdout.Trim(), $"{Megabytes * 1048576L}");
    }

    private static void Check(string actual, string expected)
    {
        if (actual != expected)
        {
            throw new InvalidOperationException($"{actual} came instead of {expected}.");
        }
    }
}
