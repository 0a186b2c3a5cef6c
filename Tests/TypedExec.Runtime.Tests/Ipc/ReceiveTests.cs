namespace TypedExec.Tests.Ipc;

/// <summary>How messages reach handlers and readers.</summary>
public sealed class ReceiveTests
{
    [Fact]
    public async Task Messages_wait_for_the_first_handler()
    {
        var child = Peers.SpawnScript("""printf '1\n2\n3\n' >&3""");
        await child.WaitForCloseAsync().Soon();
        var messages = new List<int>();
        var third = new TaskCompletionSource();

        child.Message += (_, e) =>
        {
            messages.Add(e.Value.GetInt32());
            if (messages.Count == 3)
            {
                third.SetResult();
            }
        };

        await third.Task.Soon();
        Assert.Equal([1, 2, 3], messages);
    }

    [Fact]
    public async Task A_removed_handler_gets_no_more_messages()
    {
        await using var child = Peers.ForkEcho("dotnet");
        var messages = new List<int>();
        EventHandler<MessageEventArgs> handler = (_, e) => messages.Add(e.Value.GetInt32());
        child.Message += handler;
        child.Send(1);
        await child.TakeAsync(1).Soon();

        child.Message -= handler;
        child.Send(2);

        await child.TakeAsync(1).Soon();
        Assert.DoesNotContain(2, messages);
    }

    [Fact]
    public async Task Every_reader_gets_every_message_as_its_type()
    {
        await using var child = Peers.ForkEcho("dotnet");
        await using var first = child.ReadMessagesAsync(TestJson.Default.Job).GetAsyncEnumerator();
        await using var second = child.ReadMessagesAsync(TestJson.Default.JobResult).GetAsyncEnumerator();
        var firstRead = first.MoveNextAsync().AsTask();
        var secondRead = second.MoveNextAsync().AsTask();

        child.Send(new Job(7, "seven"), TestJson.Default.Job);

        Assert.True(await firstRead.Soon());
        Assert.True(await secondRead.Soon());
        Assert.Equal(new Job(7, "seven"), first.Current);
        Assert.Equal(new JobResult(7, "seven"), second.Current);
    }

    [Fact]
    public async Task A_message_of_the_wrong_type_raises_Error_with_its_text_and_reading_continues()
    {
        var child = Peers.SpawnScript("""printf '{"number":"one"}\n{"number":2}\n' >&3""");
        var error = new TaskCompletionSource<Exception>();
        child.Error += (_, e) => error.TrySetResult(e.Exception);
        var results = new List<JobResult>();

        await foreach (var result in child.ReadMessagesAsync(TestJson.Default.JobResult))
        {
            results.Add(result);
        }

        Assert.Equal([new JobResult(2, null)], results);
        Assert.Equal("A message can't be converted to JobResult: {\"number\":\"one\"}", Assert.IsType<FormatException>(await error.Task.Soon()).Message);
    }

    [Fact]
    public async Task Reading_ends_when_the_channel_is_closed()
    {
        await using var child = Peers.ForkEcho("dotnet");
        var reading = child.TakeAsync(1);

        child.Disconnect();

        Assert.Empty(await reading.Soon());
    }

    [Fact]
    public async Task Reading_is_canceled_by_its_token()
    {
        await using var child = Peers.ForkEcho("dotnet");
        using var cancellation = new CancellationTokenSource();
        await using var reader = child.ReadMessagesAsync(TestJson.Default.Int32, cancellation.Token).GetAsyncEnumerator();
        var reading = reader.MoveNextAsync().AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.Soon());
        Assert.True(child.Connected);
    }

    [Fact]
    public async Task A_handler_may_send_and_disconnect()
    {
        var child = Peers.ForkEcho("dotnet");
        child.Message += (_, e) =>
        {
            if (e.Value.GetInt32() == 3)
            {
                child.Disconnect();
            }
            else
            {
                child.Send(e.Value.GetInt32() + 1);
            }
        };

        child.Send(1);

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Generated_code_adds_typed_messages_to_the_child()
    {
        Programs.SkipWithout("node");
        await using var worker = NodeWorker.Fork(Peers.Module("echo.js"));
        var received = new TaskCompletionSource<JobResult>();
        worker.Message += (_, e) => received.TrySetResult(e.Value);
        await using var reader = worker.ReadMessagesAsync().GetAsyncEnumerator();
        var read = reader.MoveNextAsync().AsTask();

        worker.Send(new Job(1, "one"));

        Assert.Equal(new JobResult(1, "one"), await received.Task.Soon());
        Assert.True(await read.Soon());
        Assert.Equal(new JobResult(1, "one"), reader.Current);
    }

    [Fact]
    public async Task A_typed_handler_that_was_removed_gets_nothing()
    {
        Programs.SkipWithout("node");
        await using var worker = NodeWorker.Fork(Peers.Module("echo.js"));
        var count = 0;
        EventHandler<MessageEventArgs<JobResult>> handler = (_, _) => count++;
        worker.Message += handler;

        worker.Message -= handler;
        await worker.SendAsync(new Job(1, "one"));

        await using var reader = worker.ReadMessagesAsync().GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync().AsTask().Soon());
        Assert.Equal(0, count);
    }

    [Fact]
    public async Task A_context_without_the_types_names_the_missing_ones()
    {
        await using var child = Peers.ForkEcho("dotnet");

        var error = Assert.Throws<InvalidOperationException>(() => new ForkedProcess<Version, JobResult>(child, TestJson.Default));

        Assert.Contains("[JsonSerializable(typeof(Version))]", error.Message);
    }
}
