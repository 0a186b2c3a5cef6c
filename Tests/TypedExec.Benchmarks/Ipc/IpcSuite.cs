using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TypedExec.Benchmarks.Figures;

namespace TypedExec.Benchmarks.Ipc;

/// <summary>
/// Messages between a parent and its forked child: round trips one after the other, and messages one way. Node with Node,
/// .NET with Node and .NET with .NET take turns, and the medians are shown.
/// </summary>
internal static class IpcSuite
{
    public const string Name = "ipc";

    private const string NodeOnly = "Node – Node";
    private const int RoundTrips = 20_000;
    private const int OneWay = 100_000;

    private static readonly JsonElement Message = JsonElement.Parse("""{"number":1,"name":"job"}""");

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int rounds, TextWriter log)
    {
        if (Executable.FindPath("node") is null)
        {
            await log.WriteLineAsync($"{Name}: node is not installed");
            return [];
        }

        (string Name, Func<Task<Rates>> Run)[] pairs =
        [
            (NodeOnly, NodeWithNodeAsync),
            (".NET – Node", () => WithAsync(() => new Executable("node").Fork(File("child.js")))),
            (".NET – .NET", () => WithAsync(() => new Executable(Environment.ProcessPath!).Fork("ipc-child"))),
        ];
        await log.WriteLineAsync(Name);
        var rates = pairs.Select(_ => new List<Rates>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < pairs.Length; i++)
            {
                rates[i].Add(await pairs[i].Run());
            }
        }

        return [.. pairs.Select((pair, i) => new Figure(Name, "messages", pair.Name, new Dictionary<string, double>
        {
            ["roundTrips"] = Figure.Median(rates[i].Select(static rate => rate.RoundTrips)),
            ["oneWay"] = Figure.Median(rates[i].Select(static rate => rate.OneWay)),
        }))];
    }

    public static string Table(IEnumerable<Figure> figures)
    {
        var table = new MarkdownTable(
            1, "parent – child", "round trips per second", $"× {NodeOnly}", "one-way messages per second", $"× {NodeOnly}");
        Figure[] own = [.. figures.Where(static figure => figure.Suite == Name)];
        foreach (var figure in own)
        {
            table.Add(
                figure.Contender, Number(figure["roundTrips"], "N0"), Number(figure["roundTrips"] / own[0]["roundTrips"], "0.00"),
                Number(figure["oneWay"], "N0"), Number(figure["oneWay"] / own[0]["oneWay"], "0.00"));
        }

        return table.ToString();
    }

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<Rates> NodeWithNodeAsync()
    {
        var result = await new Executable("node").ExecFile(File("parent.js"), $"{RoundTrips}", $"{OneWay}");
        var rates = JsonElement.Parse(result.Stdout);
        return new Rates(rates.GetProperty("roundTrips").GetDouble(), rates.GetProperty("oneWay").GetDouble());
    }

    private static async Task<Rates> WithAsync(Func<ChildProcess> fork)
    {
        await using var child = fork();
        await MakeRoundTripsAsync(child, 2000);
        var trips = await MakeRoundTripsAsync(child, RoundTrips);
        await SendOneWayAsync(child, 2000);
        var oneWay = await SendOneWayAsync(child, OneWay);
        child.Disconnect();
        await child.WaitForCloseAsync();
        return new Rates(RoundTrips / trips.TotalSeconds, OneWay / oneWay.TotalSeconds);
    }

    private static async Task<TimeSpan> MakeRoundTripsAsync(ChildProcess child, int count)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        EventHandler<MessageEventArgs> handler = (_, _) =>
        {
            if (--count > 0)
            {
                child.Send(Message);
            }
            else
            {
                done.SetResult();
            }
        };
        child.Message += handler;
        var start = Stopwatch.GetTimestamp();
        child.Send(Message);
        await done.Task;
        var time = Stopwatch.GetElapsedTime(start);
        child.Message -= handler;
        return time;
    }

    private static async Task<TimeSpan> SendOneWayAsync(ChildProcess child, int count)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        EventHandler<MessageEventArgs> handler = (_, _) => done.TrySetResult();
        child.Message += handler;
        var start = Stopwatch.GetTimestamp();
        child.Send(JsonElement.Parse($$"""{"count":{{count}}}"""));
        for (var sent = 0; sent < count; sent++)
        {
            if (!child.Send(Message) && ++sent < count)
            {
                await child.SendAsync(Message, IpcJson.Default.JsonElement);
            }
        }

        await done.Task;
        var time = Stopwatch.GetElapsedTime(start);
        child.Message -= handler;
        return time;
    }

    private static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Ipc", name);

    /// <summary>The results of a run, per second.</summary>
    private sealed record Rates(double RoundTrips, double OneWay);
}
