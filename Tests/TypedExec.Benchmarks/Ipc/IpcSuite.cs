using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TypedExec.Benchmarks.Ipc;

/// <summary>
/// Messages between a parent and its forked child: round trips one after the other, and messages one way. Node with Node,
/// .NET with Node and .NET with .NET take turns, and the medians are shown.
/// </summary>
internal static class IpcSuite
{
    private const int Rounds = 7;
    private const int RoundTrips = 20_000;
    private const int OneWay = 100_000;

    private static readonly JsonElement Message = JsonElement.Parse("""{"number":1,"name":"job"}""");

    public static async Task RunAsync(TextWriter output)
    {
        (string Name, Func<Task<Rates>> Run)[] pairs =
        [
            ("Node – Node", NodeWithNodeAsync),
            (".NET – Node", () => WithAsync(() => new Executable("node").Fork(File("child.js")))),
            (".NET – .NET", () => WithAsync(() => new Executable(Environment.ProcessPath!).Fork("ipc-child"))),
        ];
        var rates = pairs.Select(_ => new List<Rates>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < pairs.Length; i++)
            {
                rates[i].Add(await pairs[i].Run());
            }
        }

        var nodeTrips = Median(rates[0], rate => rate.RoundTrips);
        var nodeOneWay = Median(rates[0], rate => rate.OneWay);
        output.WriteLine("| parent – child | round trips/s | × Node – Node | one way, messages/s | × Node – Node |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        for (var i = 0; i < pairs.Length; i++)
        {
            var trips = Median(rates[i], rate => rate.RoundTrips);
            var oneWay = Median(rates[i], rate => rate.OneWay);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {pairs[i].Name} | {trips:N0} | {trips / nodeTrips:F2} | {oneWay:N0} | {oneWay / nodeOneWay:F2} |"));
        }
    }

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

    private static double Median(List<Rates> rates, Func<Rates, double> value) => rates.Select(value).Order().ElementAt(rates.Count / 2);

    /// <summary>The results of a run, per second.</summary>
    private sealed record Rates(double RoundTrips, double OneWay);
}
