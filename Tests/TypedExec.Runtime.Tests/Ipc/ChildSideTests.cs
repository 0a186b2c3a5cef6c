using System.Globalization;

namespace TypedExec.Tests.Ipc;

/// <summary>The channel from the point of view of a .NET child.</summary>
public sealed class ChildSideTests
{
    [Fact]
    public void A_process_that_was_not_forked_has_no_channel() => Assert.Null(ParentChannel.Connect());

    [Fact]
    [NotOnWindows("its descriptors are sockets of Unix; Windows.ChannelTests has those of Windows")]
    public async Task A_descriptor_that_is_not_a_channel_is_not_touched()
    {
        using var directory = new TempDirectory();

        Assert.Equal("1 True", await OwnProcess.RunAsync("ipc-connect-to-anything", directory.Root));
    }

    [Theory]
    [InlineData("exec 5<&-", "5")]
    [InlineData("exec 5</dev/null", "5")]
    [InlineData("exec 5>/dev/null", "5")]
    [InlineData("true", "999999")]
    [InlineData("true", "-1")]
    [InlineData("true", "x")]
    public async Task A_program_that_inherits_only_the_variable_has_no_channel(string redirection, string number)
        => Assert.Equal(
            "null",
            (await Programs.ExecScript($"{redirection}; NODE_CHANNEL_FD={number} exec {OwnProcess.File} ipc-connect").Soon()).Stdout);

    [Fact]
    public async Task Disconnected_is_raised_once_when_the_parent_disconnects_and_the_child_keeps_running()
    {
        using var directory = new TempDirectory();
        var child = Peers.DotNet.Fork("ipc-await-disconnect", [directory["end"]]);
        await child.TakeAsync(1).Soon();

        child.Disconnect();

        Assert.Equal(3, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.Equal("1 False", await File.ReadAllTextAsync(directory["end"]));
    }

    [Fact]
    public async Task Disconnected_is_raised_when_the_parent_is_killed()
    {
        using var directory = new TempDirectory();
        await using var parent = Peers.DotNet.Spawn("ipc-parent-of", directory["end"]);
        await using var lines = parent.Stdout!.ReadLinesAsync().GetAsyncEnumerator();
        Assert.True(await lines.MoveNextAsync().AsTask().Soon());
        var orphan = int.Parse(lines.Current, CultureInfo.InvariantCulture);

        parent.Kill(Signal.SIGKILL);

        await Waiting.UntilAsync(() => File.Exists(directory["end"]), "the word of the orphan");
        Assert.Equal("1 False", await File.ReadAllTextAsync(directory["end"]));
        await Processes.UntilEndedAsync(orphan);
    }

    [Fact]
    public async Task Disconnecting_twice_or_sending_afterwards_raises_Error()
    {
        var child = Peers.DotNet.Fork("ipc-disconnect", options: new ForkOptions { Silent = true });

        var words = (await child.Stdout!.ReadToEndAsync().Soon()).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["False", "False"], words.Where(word => !word.StartsWith("ERR_", StringComparison.Ordinal)));
        Assert.Equal(["ERR_IPC_DISCONNECTED", "ERR_IPC_CHANNEL_CLOSED"], words.Where(word => word.StartsWith("ERR_", StringComparison.Ordinal)));
    }
}
