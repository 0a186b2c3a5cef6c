namespace TypedExec.Tests.Ipc;

/// <summary>A child that sends faster than its messages are taken is slowed down, and nothing piles up.</summary>
[Collection(AloneCollection.Name)]
public sealed class FloodTests
{
    private const int MessageSize = 100_000;
    private const int MaxPiledUp = 32 * 1024 * 1024;

    [Fact]
    public async Task A_slow_reader_blocks_the_child()
    {
        await using var child = Flood();
        var count = 0;

        await foreach (var message in child.ReadMessagesAsync(TestJson.Default.String))
        {
            AssertHeldBack(child, ++count);
            if (count == 2000)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_slow_handler_blocks_the_child()
    {
        await using var child = Flood();
        var count = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Message += (_, _) =>
        {
            if (count < 2000)
            {
                AssertHeldBack(child, ++count);
            }
            else
            {
                enough.TrySetResult();
            }
        };

        await enough.Task.Soon();
    }

    [Fact]
    public async Task Unread_messages_block_the_child()
    {
        await using var child = Flood();

        await Waiting.UntilAsync(() => Processes.State(child.Pid!.Value) == 'S' && Written(child) > MessageSize, "a child that waits for room");

        AssertHeldBack(child, 0);
    }

    [Fact]
    public async Task Garbage_blocks_the_child_until_the_Error_handler_is_done()
    {
        await using var child = Peers.SpawnScript("exec yes garbage >&3");
        var count = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Error += (_, _) =>
        {
            if (count++ < 2000)
            {
                AssertHeldBack(child, 0);
            }
            else
            {
                enough.TrySetResult();
            }
        };

        await enough.Task.Soon();
    }

    [Fact]
    public async Task A_reader_that_stops_makes_room_for_the_others()
    {
        await using var child = Flood();
        await using var stopped = child.ReadMessagesAsync(TestJson.Default.String).GetAsyncEnumerator();
        Assert.True(await stopped.MoveNextAsync().AsTask().Soon());
        var others = child.TakeAsync(2000);

        await stopped.DisposeAsync();

        Assert.Equal(2000, (await others.Soon()).Length);
    }

    private static ChildProcess Flood()
        => Peers.SpawnScript($"exec yes \"\\\"$(head -c {MessageSize} /dev/zero | tr '\\0' x)\\\"\" >&3");

    private static void AssertHeldBack(ChildProcess child, int taken)
        => Assert.InRange(Written(child) - (long)taken * MessageSize, long.MinValue, MaxPiledUp);

    /// <summary>Returns how many bytes the child has written; it writes only to its channel.</summary>
    private static long Written(ChildProcess child)
    {
        var line = File.ReadAllLines($"/proc/{child.Pid}/io").Single(line => line.StartsWith("wchar:", StringComparison.Ordinal));
        return long.Parse(line["wchar:".Length..], null);
    }
}
