using System.Globalization;

namespace TypedExec.Terminals.Tests.Programs;

/// <summary>
/// Many terminals, at the same time and one after the other: nothing is left of them. Their number is small by default; the
/// environment variable <c>TYPEDEXEC_TERMINALS</c> sets it.
/// </summary>
public sealed class ManyTerminalsTests
{
    private static readonly int InTurn = int.Parse(Environment.GetEnvironmentVariable("TYPEDEXEC_TERMINALS") ?? "50", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Two_hundred_terminals_at_once_and_many_in_sequence_leak_nothing()
    {
        var processes = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(TalkAsync));
        for (var i = 0; i < InTurn; i++)
        {
            await TalkAsync(i);
        }

        Assert.Equal(200 + InTurn, processes.Count);
        Assert.All(processes, static pid => Assert.False(Directory.Exists($"/proc/{pid}")));
        // Other tests have some of their own at the same time.
        await Sessions.UntilAsync(() => Masters() < 30, () => $"{Masters()} masters");

        async Task TalkAsync(int number)
        {
            await using var child = Sessions.Script("read line; echo \"got $line\"; read never");
            processes.Add(child.Pid!.Value);
            await child.Terminal!.WriteLineAsync($"{number}");
            await child.Terminal.ExpectAsync($"got {number}\r\n", Sessions.Soon * 2);
            child.Terminal.Resize(new TerminalSize(100, 30));
        }
    }

    [Fact]
    public async Task Captured_runs_leak_nothing_either()
    {
        var options = new ExecFileOptions { Terminal = Sessions.Size, Input = "x\n" };

        await Task.WhenAll(Enumerable.Range(0, InTurn).Select(async _ => await new Executable("cat").ExecFile([], options)));

        await Sessions.UntilAsync(() => Masters() < 30, () => $"{Masters()} masters");
    }

    [Fact]
    public async Task A_second_child_does_not_keep_the_first_ones_terminal_open()
    {
        await using var first = Sessions.Script("trap 'exit 7' HUP; echo ready; while :; do sleep .05; done");
        await first.Terminal!.ExpectAsync("ready");
        await using var second = Sessions.Script("ls -l /proc/$$/fd; echo listed; read line");
        var open = (await second.Terminal!.ExpectAsync("listed")).Before;

        await first.Terminal.DisposeAsync();

        Assert.Equal(7, (await first.WaitForExitAsync().WaitAsync(Sessions.Soon)).ExitCode);
        Assert.DoesNotContain("ptmx", open, StringComparison.Ordinal);
        Assert.Equal(3, open.Split('\n').Count(static line => line.Contains("/dev/pts/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_flooding_child_is_blocked_if_nothing_is_kept_and_ends_when_disposed()
    {
        foreach (var limit in new long[] { 0, 1_000_000 })
        {
            var child = new Executable("yes").Spawn([], new SpawnOptions { Terminal = Sessions.Size, MaxUnread = limit });
            await child.Terminal!.ExpectAsync("y\r\ny");

            await child.DisposeAsync().AsTask().WaitAsync(Sessions.Soon);

            Assert.NotNull(child.SignalCode);
        }
    }

    [Fact]
    public async Task A_signal_reaches_the_child_like_the_key()
    {
        await using var child = Sessions.Script("trap 'echo interrupted; exit 3' INT; echo ready; while :; do sleep .05; done");
        await child.Terminal!.ExpectAsync("ready");

        Assert.True(child.Kill(Signal.SIGINT));

        await child.Terminal.ExpectAsync("interrupted");
        Assert.Equal(3, (await child.WaitForCloseAsync().WaitAsync(Sessions.Soon)).ExitCode);
    }

    private static int Masters()
        => Directory.GetFiles("/proc/self/fd").Count(static file => new FileInfo(file).LinkTarget?.EndsWith("/ptmx", StringComparison.Ordinal) == true);
}
