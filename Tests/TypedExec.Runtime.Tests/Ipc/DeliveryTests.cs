namespace TypedExec.Tests.Ipc;

/// <summary>No message is lost when a consumer leaves: messages that it hasn't taken are there for the next one.</summary>
public sealed class DeliveryTests
{
    private const string Three = "process.send(1); process.send(2); process.send(3)";

    [Fact]
    public async Task Breaking_out_of_a_loop_leaves_the_rest_for_the_next_loop()
    {
        var child = Peers.SpawnNode(Three);
        await child.WaitForExitAsync().Soon();
        var taken = new List<int>();

        for (var i = 0; i < 3; i++)
        {
            taken.Add((await child.TakeAsync(1).Soon())[0].GetInt32());
        }

        Assert.Equal([1, 2, 3], taken);
        Assert.Empty(await child.TakeAsync(1).Soon());
    }

    [Fact]
    public async Task Canceling_a_loop_leaves_the_rest_for_a_handler()
    {
        await using var child = Peers.ForkEcho("dotnet");
        using var cancellation = new CancellationTokenSource();
        await using var reader = child.ReadMessagesAsync(TestJson.Default.Int32, cancellation.Token).GetAsyncEnumerator();
        var reading = reader.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.Soon());

        child.Send(7);

        var received = new TaskCompletionSource<int>();
        child.Message += (_, e) => received.TrySetResult(e.Value.GetInt32());
        Assert.Equal(7, await received.Task.Soon());
    }

    [Fact]
    public async Task A_handler_that_removes_itself_leaves_the_rest_for_the_next()
    {
        const int Count = 45;
        var child = Peers.SpawnNode($"for (let i = 0; i < {Count}; i++) process.send(i)");
        var taken = new List<int>();

        for (var i = 0; i < Count; i++)
        {
            taken.Add(await OnceAsync(child).Soon());
        }

        Assert.Equal(Enumerable.Range(0, Count), taken);
    }

    [Fact]
    public async Task Handlers_loops_and_single_reads_take_turns()
    {
        var child = Peers.SpawnNode("for (let i = 0; i < 6; i++) process.send(i)");

        Assert.Equal(0, await child.ReadMessageAsync(TestJson.Default.Int32).Soon());
        Assert.Equal(1, (await child.TakeAsync(1).Soon())[0].GetInt32());
        Assert.Equal(2, await OnceAsync(child).Soon());
        Assert.Equal(3, await child.ReadMessageAsync(TestJson.Default.Int32).Soon());
        Assert.Equal([4, 5], (await child.TakeAsync(2).Soon()).Select(message => message.GetInt32()));
        await Assert.ThrowsAsync<EndOfStreamException>(() => child.ReadMessageAsync(TestJson.Default.Int32).Soon());
    }

    [Fact]
    public async Task Concurrent_single_reads_get_one_message_each()
    {
        await using var child = Peers.ForkEcho("dotnet");
        var reads = Enumerable.Range(0, 5).Select(_ => child.ReadMessageAsync(TestJson.Default.Int32)).ToArray();

        for (var i = 0; i < 5; i++)
        {
            child.Send(i);
        }

        var messages = await Task.WhenAll(reads).Soon();
        Assert.Equal([0, 1, 2, 3, 4], messages);
    }

    [Fact]
    public async Task A_canceled_single_read_consumes_nothing()
    {
        await using var child = Peers.ForkEcho("dotnet");
        using var cancellation = new CancellationTokenSource();
        var read = child.ReadMessageAsync(TestJson.Default.Int32, cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.Soon());
        child.Send(1);

        Assert.Equal(1, await child.ReadMessageAsync(TestJson.Default.Int32).Soon());
    }

    [Fact]
    public async Task A_single_read_throws_for_a_mismatched_message_and_the_next_succeeds()
    {
        var child = Peers.SpawnNode("process.send('text'); process.send(2)");

        var error = await Assert.ThrowsAnyAsync<FormatException>(() => child.ReadMessageAsync(TestJson.Default.Int32).Soon());

        Assert.Equal("A message can't be converted to Int32: \"text\"", error.Message);
        Assert.Equal(2, await child.ReadMessageAsync(TestJson.Default.Int32).Soon());
    }

    [Fact]
    public async Task A_second_loop_starts_with_the_unread_messages()
    {
        await using var child = Peers.ForkEcho("dotnet");
        await using var first = child.ReadMessagesAsync(TestJson.Default.Int32).GetAsyncEnumerator();
        child.Send(1);
        Assert.True(await first.MoveNextAsync().AsTask().Soon());
        child.Send(2);

        await using var second = child.ReadMessagesAsync(TestJson.Default.Int32).GetAsyncEnumerator();

        Assert.True(await second.MoveNextAsync().AsTask().Soon());
        Assert.True(await first.MoveNextAsync().AsTask().Soon());
        Assert.Equal((2, 2), (first.Current, second.Current));
    }

    [Fact]
    public async Task Everything_a_parent_sent_before_returning_arrives()
    {
        Programs.SkipWithout("node");
        using var directory = new TempDirectory();

        await OwnProcess.RunAsync("ipc-send-and-return", Peers.Module("count.js"), directory["count"], "2000");

        await Waiting.UntilAsync(() => File.Exists(directory["count"]), "the count of the child");
        Assert.Equal("2000", await File.ReadAllTextAsync(directory["count"]));
    }

    [Fact]
    public void Adding_a_handler_never_throws()
    {
        var child = Programs.True.Spawn();
        EventHandler<MessageEventArgs> handler = (_, _) => Assert.Fail("There is no channel.");

        child.Message += handler;
        child.Message -= handler;
        child.Message += null;
    }

    private static async Task<int> OnceAsync(ChildProcess child)
    {
        var received = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Handle(object? sender, MessageEventArgs e)
        {
            child.Message -= Handle;
            received.SetResult(e.Value.GetInt32());
        }

        child.Message += Handle;
        return await received.Task;
    }
}
