using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>
/// What is Windows's own about channels. How messages come and go is tested by those of TypedExec.Tests.Ipc, which .ci/windows
/// runs too.
/// </summary>
[NeedsWindows]
public sealed class ChannelTests
{
    private static readonly SpawnOptions s_noChannel = new()
    {
        // A pipe without overlapped I/O, a device, and nothing.
        Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Ignore, Stdio.Pipe, Stdio.Ignore],
    };

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    [InlineData("999999")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_descriptor_that_is_not_a_channel_is_not_touched(string number)
    {
        var env = new Dictionary<string, string?> { ["NODE_CHANNEL_FD"] = number };

        var child = Program.Spawn(["ipc-connect"], s_noChannel with { Env = env });

        Assert.Equal("null", await child.Stdout!.ReadToEndAsync().Soon());
        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_program_started_by_cmd_has_the_channel_or_none()
    {
        var child = Cmd.Spawn(["/d", "/c", OwnProcess.File, "ipc-connect"], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Ignore, Stdio.Ipc] });

        Assert.Contains(await child.Stdout!.ReadToEndAsync().Soon(), (string[])["null", "connected"]);
        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Theory]
    [InlineData(Signal.SIGTERM)]
    [InlineData(Signal.SIGKILL)]
    public async Task A_child_that_is_killed_is_disconnected_before_its_exit(Signal signal)
    {
        var child = Program.Fork("ipc-echo");
        child.Send(1);
        Assert.Equal(1, (await Ipc.Peers.TakeAsync(child, 1).Soon())[0].GetInt32());
        var events = Ipc.Peers.EventsAsync(child);

        Assert.True(child.Kill(signal));

        Assert.Equal(["spawn", "disconnect False", $"exit null {signal}", $"close null {signal}"], await events);
    }
}
