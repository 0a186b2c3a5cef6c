using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Events;

/// <summary>The order of events, and the threads that they are raised on.</summary>
public sealed class EventOrderTests
{
    [Fact]
    public async Task Exited_comes_before_Closed()
    {
        for (var i = 0; i < 50; i++)
        {
            var events = await EventLog.OfAsync(True.Spawn());

            Assert.Equal(["spawn", "exit 0 null", "close 0 null"], events);
        }
    }

    [Fact]
    public async Task All_data_comes_before_Closed()
    {
        for (var i = 0; i < 20; i++)
        {
            var child = new Executable("head").Spawn("-c", "200000", "/dev/zero");
            var count = 0;
            var countAtClose = new TaskCompletionSource<int>();
            child.Stdout!.Data += (_, e) => count += e.Bytes.Length;
            child.Closed += (_, _) => countAtClose.SetResult(count);

            Assert.Equal(200_000, await countAtClose.Task.Soon());
        }
    }

    [Fact]
    public async Task Data_of_both_streams_comes_before_Closed()
    {
        var child = SpawnScript("echo out; echo err >&2");
        var text = new List<string>();
        var closed = new TaskCompletionSource<string>();
        child.Stdout!.Data += (_, e) => text.Add(e.Text);
        child.Stderr!.Data += (_, e) => text.Add(e.Text);
        child.Closed += (_, _) => closed.SetResult(string.Concat(text.Order()));

        Assert.Equal("err\nout\n", await closed.Task.Soon());
    }

    [Fact]
    public async Task The_events_of_one_child_never_overlap()
    {
        var child = SpawnScript("for i in 1 2 3 4 5 6 7 8; do echo $i; echo $i >&2; done");
        var running = 0;
        var overlaps = 0;
        void Enter()
        {
            overlaps += Interlocked.Increment(ref running) == 1 ? 0 : 1;
            Thread.Yield();
            Interlocked.Decrement(ref running);
        }

        child.Spawned += (_, _) => Enter();
        child.Stdout!.Data += (_, _) => Enter();
        child.Stderr!.Data += (_, _) => Enter();
        child.Exited += (_, _) => Enter();
        var closed = new TaskCompletionSource();
        child.Closed += (_, _) =>
        {
            Enter();
            closed.SetResult();
        };

        await closed.Task.Soon();
        Assert.Equal(0, overlaps);
    }

    [Fact]
    public async Task Children_do_not_wait_for_each_other()
    {
        using var gate = new ManualResetEventSlim();
        var held = Cat.Spawn();
        var isHeld = new TaskCompletionSource();
        held.Spawned += (_, _) =>
        {
            isHeld.SetResult();
            gate.Wait();
        };
        await isHeld.Task.Soon();

        var other = True.Spawn();

        Assert.Equal(0, (await other.WaitForCloseAsync().Soon()).ExitCode);
        Assert.False(held.WaitForExitAsync().IsCompleted);
        gate.Set();
        held.Stdin!.Dispose();
        Assert.Equal(0, (await held.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Waiting_for_the_exit_ends_after_the_handlers_of_Exited()
    {
        using var gate = new ManualResetEventSlim();
        var child = Cat.Spawn();
        var isIn = new TaskCompletionSource();
        child.Exited += (_, _) =>
        {
            isIn.SetResult();
            gate.Wait();
        };
        child.Stdin!.Dispose();
        var exit = child.WaitForExitAsync();
        await isIn.Task.Soon();

        Assert.False(exit.IsCompleted);
        gate.Set();
        await exit.Soon();
    }

    [Fact]
    public async Task Handlers_run_on_the_thread_pool_and_never_on_the_loop()
    {
        var child = SpawnScript("echo text");
        var threads = new List<bool>();
        void Note() => threads.Add(Thread.CurrentThread.IsThreadPoolThread);
        child.Spawned += (_, _) => Note();
        child.Stdout!.Data += (_, _) => Note();
        child.Exited += (_, _) => Note();
        var closed = new TaskCompletionSource();
        child.Closed += (_, _) =>
        {
            Note();
            closed.SetResult();
        };

        await closed.Task.Soon();
        Assert.Equal(Enumerable.Repeat(true, 4), threads);
    }

    [Fact]
    public async Task The_sender_of_an_event_is_the_child_and_of_Data_its_output()
    {
        var child = SpawnScript("echo text");
        object? dataSender = null;
        child.Stdout!.Data += (sender, _) => dataSender = sender;
        var closeSender = new TaskCompletionSource<object?>();
        child.Closed += (sender, _) => closeSender.SetResult(sender);

        Assert.Same(child, await closeSender.Task.Soon());
        Assert.Same(child.Stdout, dataSender);
    }

    [Fact]
    public async Task Waiting_can_be_canceled_and_the_child_keeps_running()
    {
        await using var child = Cat.Spawn();
        using var cancellation = new CancellationTokenSource();
        var exit = child.WaitForExitAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exit.Soon());
        await child.Stdin!.DisposeAsync();
        Assert.Equal(0, (await child.WaitForExitAsync().Soon()).ExitCode);
    }
}
