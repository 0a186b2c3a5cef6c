using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Refusals;

/// <summary>What is rejected at the call, with nothing started: times, limits, signals, IDs, stdio.</summary>
public sealed class OptionTests
{
    private static readonly TimeSpan Negative = TimeSpan.FromMilliseconds(-2);

    [Fact]
    public void A_negative_timeout() => AssertRefused("Timeout", new SpawnOptions { Timeout = Negative });

    [Fact]
    public void A_timeout_that_is_too_long_for_a_timer() => AssertRefused("Timeout", new SpawnOptions { Timeout = TimeSpan.FromDays(50) });

    [Fact]
    public void A_negative_ForceKillAfter() => AssertRefused("ForceKillAfter", new SpawnOptions { ForceKillAfter = Negative });

    [Fact]
    public void A_negative_DrainTimeout() => AssertRefused("DrainTimeout", new SpawnOptions { DrainTimeout = Negative });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    [InlineData(999)]
    public void An_unknown_kill_signal(int signal) => AssertRefused("KillSignal", new SpawnOptions { KillSignal = (Signal)signal });

    [Fact]
    public async Task An_unknown_signal_given_to_Kill()
    {
        await using var child = Sleep.Spawn("30");

        Assert.Equal("signal", Assert.ThrowsAny<ArgumentException>(() => child.Kill((Signal)999)).ParamName);
        Assert.False(child.Killed);
    }

    [Fact]
    public void KillOnParentExit_with_Detached()
    {
        AssertRefused("KillOnParentExit", new SpawnOptions { KillOnParentExit = true, Detached = true });
        Assert.Equal("KillOnParentExit", RefusalOf(() => True.Fork("x", [], new ForkOptions { KillOnParentExit = true, Detached = true })).ParamName);
    }

    [Fact]
    public void An_id_that_means_unchanged_to_the_kernel()
    {
        AssertRefused("Uid", new SpawnOptions { Uid = uint.MaxValue });
        AssertRefused("Gid", new SpawnOptions { Gid = uint.MaxValue });
    }

    [Fact]
    public void A_negative_MaxBuffer()
    {
        Assert.Equal("MaxBuffer", RefusalOf(() => True.ExecFile([], new ExecFileOptions { MaxBuffer = -1 })).ParamName);
        Assert.Equal("MaxBuffer", RefusalOf(() => True.ExecFileSync([], new ExecFileOptions { MaxBuffer = -1 })).ParamName);
        Assert.Equal("MaxBuffer", RefusalOf(() => True.SpawnSync([], new SpawnSyncOptions { MaxBuffer = -1 })).ParamName);
    }

    [Fact]
    public void SameAs_of_a_missing_entry() => AssertRefusedStdio("SameAs(7) at 2", Stdio.Pipe, Stdio.Pipe, Stdio.SameAs(7));

    [Fact]
    public void SameAs_of_itself() => AssertRefusedStdio("SameAs(1) at 1", Stdio.Pipe, Stdio.SameAs(1));

    [Fact]
    public void SameAs_in_a_circle() => AssertRefusedStdio("SameAs(2) at 1", Stdio.Pipe, Stdio.SameAs(2), Stdio.SameAs(1));

    [Fact]
    public void A_closed_handle()
    {
        using var directory = new TempDirectory();
        var file = File.OpenHandle(directory["out"], FileMode.Create, FileAccess.Write);
        file.Dispose();

        AssertRefusedStdio("closed handle at 1", Stdio.Ignore, Stdio.From(file));
    }

    [Fact]
    public void A_stream_that_cannot_be_written_for_an_output()
        => AssertRefusedStdio("stream at 1", Stdio.Pipe, Stdio.From(new MemoryStream([], writable: false)));

    [Fact]
    public void A_stream_in_a_sync_call()
    {
        var options = new SpawnSyncOptions { Stdio = [Stdio.From(new MemoryStream())] };

        Assert.Equal("Stdio", RefusalOf(() => True.SpawnSync([], options)).ParamName);
    }

    [Fact]
    public void Contradictory_entries()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Stdio.Fd(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stdio.SameAs(-1));
        Assert.Throws<ArgumentException>(() => Stdio.File("", FileMode.Open, FileAccess.Read));
        Assert.Throws<ArgumentException>(() => Stdio.File("a\0b", FileMode.Open, FileAccess.Read));
        Assert.Throws<ArgumentException>(() => Stdio.File("a", FileMode.Append, FileAccess.Read));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stdio.File("a", (FileMode)99, FileAccess.Read));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stdio.File("a", FileMode.Open, 0));
        Assert.Throws<ArgumentNullException>(() => Stdio.From((Stream)null!));
    }

    private static void AssertRefused(string option, SpawnOptions options)
        => Assert.Equal(option, RefusalOf(() => True.Spawn([], options)).ParamName);

    private static void AssertRefusedStdio(string subject, params Stdio[] stdio)
    {
        var refusal = RefusalOf(() => True.Spawn([], new SpawnOptions { Stdio = stdio }));
        Assert.Equal("Stdio", refusal.ParamName);
        Assert.Contains(subject, refusal.Message);
    }

    private static ArgumentException RefusalOf(Action call) => Assert.ThrowsAny<ArgumentException>(call);
}
