using TypedExec.Events;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Events;

/// <summary>A handler that is added after its event still gets it.</summary>
public sealed class LateHandlerTests
{
    [Fact]
    public async Task A_late_handler_of_Spawned_gets_it()
    {
        var child = await EndedAsync();
        var raised = new TaskCompletionSource();

        child.Spawned += (_, _) => raised.SetResult();

        await raised.Task.Soon();
    }

    [Fact]
    public async Task A_late_handler_of_Exited_gets_it_with_the_status()
    {
        var child = await EndedAsync();
        var raised = new TaskCompletionSource<ExitedEventArgs>();

        child.Exited += (_, e) => raised.SetResult(e);

        Assert.Equal(7, (await raised.Task.Soon()).ExitCode);
    }

    [Fact]
    public async Task A_late_handler_of_Closed_gets_it_with_the_status()
    {
        var child = await EndedAsync();
        var raised = new TaskCompletionSource<ExitedEventArgs>();

        child.Closed += (_, e) => raised.SetResult(e);

        Assert.Equal(7, (await raised.Task.Soon()).ExitCode);
    }

    [Fact]
    public async Task A_late_handler_of_Error_gets_it()
    {
        var child = NoSuch.Spawn();
        await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon());
        var raised = new TaskCompletionSource<Exception>();

        child.Error += (_, e) => raised.SetResult(e.Exception);

        Assert.Equal("ENOENT", Assert.IsType<ExecException>(await raised.Task.Soon()).Code);
    }

    [Fact]
    public async Task A_late_handler_of_Data_gets_all_the_output()
    {
        var child = await EndedAsync();
        var text = "";
        var closed = new TaskCompletionSource();

        child.Stdout!.Data += (_, e) => text += e.Text;
        child.Closed += (_, _) => closed.SetResult();

        await closed.Task.Soon();
        Assert.Equal("text\n", text);
    }

    [Fact]
    public async Task Handlers_that_are_all_late_get_their_events_in_order()
    {
        var events = await EventLog.OfAsync(await EndedAsync());

        Assert.Equal(["close 7 null", "data text\n", "exit 7 null", "spawn"], events.Order(StringComparer.Ordinal));
        Assert.Equal("close 7 null", events[^1]);
    }

    [Fact]
    public async Task A_late_handler_gets_an_event_once()
    {
        var child = await EndedAsync();
        var count = 0;
        child.Exited += (_, _) => count++;
        var last = new TaskCompletionSource();

        child.Exited += (_, _) => last.SetResult();

        await last.Task.Soon();
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_handler_that_is_added_in_a_handler_gets_its_event()
    {
        var child = SpawnScript("exit 7");
        var raised = new TaskCompletionSource<int?>();

        child.Spawned += (_, _) => child.Exited += (_, _) => child.Closed += (_, e) => raised.SetResult(e.ExitCode);

        Assert.Equal(7, await raised.Task.Soon());
    }

    [Fact]
    public async Task A_handler_that_was_removed_gets_nothing()
    {
        var child = Cat.Spawn();
        var isRaised = false;
        EventHandler<ExitedEventArgs> handler = (_, _) => isRaised = true;
        child.Exited += handler;

        child.Exited -= handler;

        await child.Stdin!.DisposeAsync();
        await child.WaitForCloseAsync().Soon();
        Assert.False(isRaised);
    }

    [Fact]
    public async Task A_late_wait_completes_at_once()
    {
        var child = await EndedAsync();

        Assert.Equal(7, (await child.WaitForExitAsync().Soon()).ExitCode);
        Assert.Equal(7, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Handlers_added_while_Closed_is_pending_get_it_after_the_data()
    {
        var events = new List<string>();
        var closed = new TaskCompletionSource();
        var child = SpawnScript("echo text; exit 7");

        child.Spawned += (_, _) =>
        {
            // This handler delays the events of its child, while those of another child are delivered.
            SpinWait.SpinUntil(() => child.ExitCode is not null);
            SpawnScript("exit 0").WaitForCloseAsync().Soon().GetAwaiter().GetResult();
            child.Stdout!.Data += (_, e) => events.Add(e.Text);
            child.Closed += (_, _) =>
            {
                events.Add("closed");
                closed.SetResult();
            };
        };

        await closed.Task.Soon();
        Assert.Equal(["text\n", "closed"], events);
    }

    [Fact]
    public async Task Waiting_for_the_close_waits_for_late_data_handlers()
    {
        var child = await EndedAsync();
        var text = "";
        child.Stdout!.Data += (_, e) =>
        {
            Thread.Yield();
            text += e.Text;
        };

        await child.WaitForCloseAsync().Soon();

        Assert.Equal("text\n", text);
    }

    [Fact]
    public async Task Output_that_is_read_late_is_complete()
    {
        var child = await EndedAsync();

        Assert.Equal("text\n", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Late_handlers_get_their_events_in_order_at_any_stage_of_delivery()
    {
        var queue = new EventQueue();
        var exited = new TerminalEvent<string>(queue, new object());
        var closed = new TerminalEvent<string>(queue, new object());
        using var first = new ManualResetEventSlim();
        using var second = new ManualResetEventSlim();
        var isBetween = new TaskCompletionSource();
        var log = new List<string>();
        queue.Enqueue(first.Wait);
        exited.Raise("exit");
        queue.Enqueue(() =>
        {
            isBetween.SetResult();
            second.Wait();
        });
        closed.Raise("close");
        first.Set();
        await isBetween.Task.Soon();

        // One event has been delivered, the other is still to come.
        exited.Add((_, text) => log.Add(text));
        closed.Add((_, text) => log.Add(text));
        second.Set();
        await queue.DeliverAsync(() => { }).Soon();

        Assert.Equal(["exit", "close"], log);
    }

    [Fact]
    public async Task A_handler_that_is_removed_before_its_event_is_delivered_is_not_called()
    {
        var queue = new EventQueue();
        var exited = new TerminalEvent<string>(queue, new object());
        using var first = new ManualResetEventSlim();
        var log = new List<string>();
        EventHandler<string> removed = (_, _) => log.Add("removed"), kept = (_, _) => log.Add("kept");
        exited.Add(removed);
        exited.Add(kept);
        queue.Enqueue(first.Wait);
        exited.Raise("exit");

        exited.Remove(removed);
        first.Set();
        await queue.DeliverAsync(() => { }).Soon();

        Assert.Equal(["kept"], log);
    }

    private static async Task<ChildProcess> EndedAsync()
    {
        var child = SpawnScript("echo text; exit 7");
        await child.WaitForCloseAsync().Soon();
        return child;
    }
}
