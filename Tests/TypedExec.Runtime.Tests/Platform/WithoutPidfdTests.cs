using TypedExec.Platform.Linux;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Platform;

/// <summary>An old kernel, or a sandbox, that has no pidfd.</summary>
[Collection(AloneCollection.Name)]
public sealed class WithoutPidfdTests : IDisposable
{
    public WithoutPidfdTests() => ExitWatch.IsPidfdDisabled = true;

    public void Dispose() => ExitWatch.IsPidfdDisabled = false;

    [Fact]
    public async Task Events_are_raised_as_usual()
        => Assert.Equal(["spawn", "exit 7 null", "close 7 null"], await EventLog.OfAsync(SpawnScript("exit 7")));

    [Fact]
    public async Task Kill_works()
    {
        var child = Sleep.Spawn("30");

        Assert.True(child.Kill());

        Assert.Equal(Signal.SIGTERM, (await child.WaitForCloseAsync().Soon()).Signal);
        Assert.False(child.Kill());
        Assert.True(Processes.IsGone(child.Pid!.Value));
    }

    [Fact]
    public async Task KillDescendants_works()
    {
        var options = new ExecFileOptions { KillDescendants = true, Timeout = TimeSpan.FromSeconds(1) };

        var error = await ExecScript("sleep 300 & echo $!; wait", options).FailureAsync();

        await Processes.UntilEndedAsync(int.Parse(error.Stdout, null));
    }

    [Fact]
    public async Task Many_children_at_once_have_the_right_exit_codes()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => SpawnScript($"exit {i}").WaitForCloseAsync())).Soon();

        Assert.Equal(Enumerable.Range(0, 50), statuses.Select(status => status.ExitCode!.Value));
    }

    [Fact]
    public void A_sync_call_works()
    {
        var result = Sh.SpawnSync(["-c", "cat; exit 7"], new SpawnSyncOptions { Input = new byte[300_000] });

        Assert.Equal((7, 300_000), (result.ExitCode, result.Output![1]!.Length));
        Assert.True(Processes.IsGone(result.Pid));
    }

    [Fact]
    public void A_sync_call_without_pipes_works()
    {
        var options = new SpawnSyncOptions { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore] };

        Assert.Equal(7, Sh.SpawnSync(["-c", "sleep 0.2; exit 7"], options).ExitCode);
    }

    [Fact]
    public void A_sync_call_times_out()
    {
        var result = Sleep.SpawnSync(["30"], new SpawnSyncOptions { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal((Signal.SIGTERM, "ETIMEDOUT"), (result.Signal, Assert.IsType<ExecException>(result.Error).Code));
    }

    [Fact]
    public void DrainTimeout_bounds_a_sync_call()
    {
        var result = Sh.ExecFileSync(["-c", "sleep 300 & echo $!"], new ExecFileOptions { DrainTimeout = TimeSpan.FromMilliseconds(200) });

        Assert.InRange(result.Duration, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10));
        _ = new Executable("kill").ExecFileSync([result.Stdout.Trim()]);
    }
}
