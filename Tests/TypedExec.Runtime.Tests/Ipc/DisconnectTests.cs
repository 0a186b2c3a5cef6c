namespace TypedExec.Tests.Ipc;

/// <summary>How a channel ends: by the child's exit or either side's disconnect, and in which order.</summary>
public sealed class DisconnectTests
{
    [Fact]
    public async Task Messages_before_an_immediate_exit_arrive_before_Disconnected_Exited_and_Closed()
    {
        const string Script = "for (let i = 0; i < 10; i++) process.send(i); process.exit(0)";
        var node = await Peers.NodeEventsAsync($"spawn('node', ['-e', '{Script}'], {{ stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }})");

        var events = await Peers.SpawnNode(Script).EventsAsync();

        Assert.Equal(
            ["spawn", .. Enumerable.Range(0, 10).Select(i => $"message {i}"), "disconnect False", "exit 0 null", "close 0 null"], events);
        Peers.AssertAsUnderNode(node, events);
    }

    [Fact]
    public async Task Everything_a_NET_child_sent_before_returning_arrives()
    {
        var events = await Peers.DotNet.Fork("ipc-burst", ["20000"]).EventsAsync();

        Assert.Equal(
            ["spawn", .. Enumerable.Range(0, 20_000).Select(i => $"message {i}"), "disconnect False", "exit 0 null", "close 0 null"], events);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    public async Task The_parents_Disconnect_ends_both_sides_and_Closed_is_raised(string peer)
    {
        var child = Peers.ForkEcho(peer);
        child.Send(1);
        await child.TakeAsync(1).Soon();

        child.Disconnect();

        Assert.False(child.Connected);
        Assert.Equal(["spawn", "disconnect False", "exit 0 null", "close 0 null"], await child.EventsAsync());
    }

    [Fact]
    public async Task Disconnect_writes_pending_messages()
    {
        var child = Peers.SpawnNode("let n = 0; process.on('message', () => n++); process.on('disconnect', () => process.exit(n === 50 ? 0 : 1))");
        for (var i = 0; i < 50; i++)
        {
            child.Send(new string('x', 10_000));
        }

        child.Disconnect();

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task The_childs_Disconnect_ends_both_sides()
    {
        var child = Peers.SpawnNode("process.send(1); process.disconnect(); process.exitCode = process.connected ? 1 : 0");

        Assert.Equal(["spawn", "message 1", "disconnect False", "exit 0 null", "close 0 null"], await child.EventsAsync());
        Assert.False(child.Connected);
    }

    [Fact]
    public async Task A_child_that_disconnects_may_keep_running()
    {
        await using var child = Peers.SpawnScript("exec 3>&-; exec 3<&-; echo gone; exec sleep 1000");
        var disconnected = new TaskCompletionSource();
        child.Disconnected += (_, _) => disconnected.SetResult();

        await disconnected.Task.Soon();

        Assert.False(child.Connected);
        Assert.Null(child.ExitCode);
    }

    [Fact]
    public async Task A_second_Disconnect_raises_Error_and_no_second_Disconnected()
    {
        var child = Peers.ForkEcho("dotnet");

        child.Disconnect();
        child.Disconnect();

        var events = await child.EventsAsync();
        Assert.Single(events, "error ERR_IPC_DISCONNECTED");
        Assert.Single(events, "disconnect False");
    }

    [Fact]
    public async Task Disconnect_after_the_childs_end_raises_Error()
    {
        var child = Peers.SpawnScript("true");
        await child.WaitForCloseAsync().Soon();

        child.Disconnect();

        Assert.Contains("error ERR_IPC_DISCONNECTED", await child.EventsAsync());
    }

    [Fact]
    public async Task Send_after_Disconnect_is_false_and_raises_Error()
    {
        var child = Peers.ForkEcho("dotnet");
        child.Disconnect();

        Assert.False(child.Send(1));

        var error = Assert.IsType<ExecException>(Assert.Single(await child.ErrorsAsync()));
        Assert.Equal("ERR_IPC_CHANNEL_CLOSED", error.Code);
        Assert.Equal("Channel closed", error.Message);
    }

    [Fact]
    public async Task SendAsync_after_Disconnect_throws_and_raises_nothing()
    {
        var child = Peers.ForkEcho("dotnet");
        child.Disconnect();

        var error = await Assert.ThrowsAsync<ExecException>(() => child.SendAsync(1, TestJson.Default.Int32).Soon());

        Assert.Equal("ERR_IPC_CHANNEL_CLOSED", error.Code);
        Assert.Empty(await child.ErrorsAsync());
    }

    [Fact]
    public async Task Sending_to_a_child_that_is_killed_throws()
    {
        var child = Peers.SpawnScript("exec sleep 1000");
        var sending = child.SendAsync(new string('x', 5_000_000), TestJson.Default.String);
        Assert.False(sending.IsCompleted);

        child.Kill(Signal.SIGKILL);

        Assert.Equal("ERR_IPC_CHANNEL_CLOSED", (await Assert.ThrowsAsync<ExecException>(() => sending.Soon())).Code);
        Assert.Equal(Signal.SIGKILL, (await child.WaitForCloseAsync().Soon()).Signal);
    }

    [Fact]
    public async Task A_child_killed_in_the_middle_of_a_message_disconnects_without_delivering_it()
    {
        var child = Peers.SpawnScript("""printf '1\n{"half":' >&3; kill -KILL $$""");

        Assert.Equal(["spawn", "message 1", "disconnect False", "exit null SIGKILL", "close null SIGKILL"], await child.EventsAsync());
    }

    [Fact]
    public async Task A_missing_module_exits_with_1()
    {
        Programs.SkipWithout("node");
        var node = await Peers.NodeEventsAsync("require('child_process').fork('/no/such.js', [], { silent: true })");

        var events = await Peers.Node.Fork("/no/such.js", options: new ForkOptions { Silent = true }).EventsAsync();

        Assert.Equal(["spawn", "disconnect False", "exit 1 null", "close 1 null"], events);
        Peers.AssertAsUnderNode(node, events);
    }

    [Fact]
    public async Task A_missing_program_raises_Error_and_its_channel_is_closed()
    {
        var child = Programs.NoSuch.Fork("module");
        child.Message += (_, _) => Assert.Fail("There is nobody to send a message.");

        Assert.False(child.Connected);
        Assert.False(child.Send(1));
        Assert.Equal("ENOENT", (await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon())).Code);
        Assert.Empty(await child.TakeAsync(1).Soon());
    }

    [Fact]
    public async Task Disconnect_ends_the_channel_even_if_messages_are_unread()
    {
        await using var child = Peers.SpawnScript("exec yes 1 >&3");
        var disconnected = new TaskCompletionSource();
        child.Disconnected += (_, _) => disconnected.SetResult();
        await Waiting.UntilAsync(() => Processes.State(child.Pid!.Value) == 'S', "a child that waits for room");

        child.Disconnect();

        await disconnected.Task.Soon();
    }

    [Fact]
    public async Task A_descendant_that_holds_the_channel_does_not_delay_Closed()
    {
        var child = Peers.SpawnScript("echo 1 >&3; sleep 1000 & echo $!");
        var sleeper = await child.Stdout!.ReadLinesAsync().FirstAsync();

        var events = child.EventsAsync();
        await child.WaitForExitAsync().Soon();
        _ = new Executable("kill").ExecFileSync([sleeper]);

        Assert.Equal(["spawn", "message 1", "disconnect False", "exit 0 null", "close 0 null"], await events);
    }
}
