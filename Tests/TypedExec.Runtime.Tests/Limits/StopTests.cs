using System.Globalization;
using TypedExec.TestProgram.Ways;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary>How a run is stopped in each of the ways of running it. The matrix compares the ways in all combinations.</summary>
public sealed class StopTests
{
    /// <summary>Prints a last word and saves when it is asked to exit.</summary>
    private const string Saving = "trap 'echo bye; sleep .2; echo > \"$D/saved\"; exit 0' TERM; echo up; echo > \"$D/up\"; while [ -e \"$D\" ]; do sleep .05; done";

    public static IEnumerable<TheoryDataRow<string>> CapturingWays
        => Way.All.Where(static way => way.Captures).Select(static way => new TheoryDataRow<string>(way.Name));

    public static IEnumerable<TheoryDataRow<string>> Ways => Way.All.Select(static way => new TheoryDataRow<string>(way.Name));

    [Theory]
    [MemberData(nameof(CapturingWays))]
    public async Task The_first_reason_is_kept(string way)
    {
        // It ignores the kill of the overflow, and the time limit passes while it is still running.
        var seen = await RunAsync(way, "trap '' TERM; echo 0123456789; while :; do sleep .05; done", new()
        {
            MaxBuffer = 5,
            Timeout = TimeSpan.FromSeconds(2),
            ForceKillAfter = TimeSpan.FromSeconds(4),
        });

        Assert.Equal("overflowed", seen.Reason);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_suspended_child_is_ended_by_its_time_limit(string way)
    {
        var seen = await RunAsync(way, "kill -STOP $$; sleep 300", new() { Timeout = TimeSpan.FromSeconds(1), ForceKillAfter = Timeout.InfiniteTimeSpan });

        Assert.Equal(Signal.SIGTERM, seen.Signal);
    }

    [Fact]
    public async Task A_suspended_child_is_ended_by_disposal()
    {
        var child = SpawnScript("echo up; kill -STOP $$; sleep 300", new() { ForceKillAfter = Timeout.InfiniteTimeSpan });
        await Waiting.UntilAsync(() => Processes.State(child.Pid!.Value) == 'T', "the stop");

        await child.DisposeAsync().AsTask().Soon();

        Assert.Equal(Signal.SIGTERM, child.SignalCode);
    }

    [Theory]
    [InlineData("spawn")]
    [InlineData("pipeline")]
    public async Task A_disposed_child_can_still_save_its_work(string way)
    {
        using var directory = new TempDirectory();
        var options = new SpawnOptions { Env = new Dictionary<string, string?> { ["D"] = directory.Root } };
        IAsyncDisposable child = way == "spawn"
            ? SpawnScript(Saving, options)
            : (new CommandLine("sleep", "300") | new CommandLine("sh", "-c", Saving)).Spawn(options);
        await Waiting.UntilAsync(() => File.Exists(directory["up"]), "the child");

        await child.DisposeAsync().AsTask().Soon();

        Assert.True(File.Exists(directory["saved"]));
    }

    [Fact]
    public async Task A_child_ended_by_SIGKILL_counts_as_killed_whoever_sent_it()
    {
        for (var i = 0; i < 200; i++)
        {
            var child = Sleep.Spawn("60");
            var kills = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => child.Kill(Signal.SIGKILL))));
            await child.WaitForCloseAsync().Soon();

            Assert.Contains(true, kills);
            Assert.True(child.Killed);
        }
    }

    [Theory]
    [InlineData("cancellation", "stopped")]
    [InlineData("pipeline cancellation", "stopped")]
    [InlineData("timeout", "stopped")]
    [InlineData("sync timeout", "stopped")]
    [InlineData("sync pipeline timeout", "stopped")]
    [InlineData("disposal", "ended")]
    [InlineData("exit", "ended")]
    public async Task With_KillOnParentExit_leftover_processes_end_with_this_process(string way, string outcome)
    {
        using var directory = new TempDirectory();

        Assert.Equal(outcome, await OwnProcess.RunAsync("cancelled-watch", way, directory["pid"]));

        await Processes.UntilEndedAsync(int.Parse(await File.ReadAllTextAsync(directory["pid"]), CultureInfo.InvariantCulture));
    }

    private static Task<Seen> RunAsync(string way, string script, ExecFileOptions options)
    {
        var line = new CommandLine("sh", "-c", script);
        return Way.All.Single(one => one.Name == way)
            .RunAsync(new Run(line, new CommandLine("sleep", "300") | line, options with { Input = "" })).Soon();
    }
}
