using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Events;

/// <summary>What waits for a child that has ended also waits for the handlers that were added before.</summary>
public sealed class WaitForHandlersTests
{
    [Fact]
    public async Task Waiting_for_the_close_waits_for_a_handler_that_was_added_before_it()
    {
        var child = await EndedAsync();
        var handler = new SlowHandler();
        child.Closed += (_, _) => handler.Run();

        await handler.AssertAwaitedAsync(child.WaitForCloseAsync());
    }

    [Fact]
    public async Task Waiting_for_the_exit_waits_for_a_handler_that_was_added_before_it()
    {
        var child = await EndedAsync();
        var handler = new SlowHandler();
        child.Exited += (_, _) => handler.Run();

        await handler.AssertAwaitedAsync(child.WaitForExitAsync());
    }

    [Fact]
    public async Task Waiting_for_a_child_that_could_not_be_started_waits_for_its_handlers()
    {
        var child = NoSuch.Spawn();
        var handler = new SlowHandler();
        child.Error += (_, _) => handler.Run();

        await Assert.ThrowsAsync<ExecException>(() => handler.AssertAwaitedAsync(child.WaitForExitAsync()));
    }

    [Fact]
    public async Task Waiting_for_the_close_waits_for_a_handler_that_follows_late_data()
    {
        var child = await EndedAsync();
        var log = new List<string>();
        var handler = new SlowHandler();
        child.Stdout!.Data += (_, e) =>
        {
            handler.Run();
            log.Add(e.Text);
        };
        child.Closed += (_, _) => log.Add("close");

        await handler.AssertAwaitedAsync(child.WaitForCloseAsync());

        Assert.Equal(["text\n", "close"], log);
    }

    [Fact]
    public async Task Awaiting_an_execution_late_waits_for_a_handler_added_before()
    {
        var execution = ExecScript("echo text");
        await execution.Soon();
        var handler = new SlowHandler();
        execution.Child.Closed += (_, _) => handler.Run();

        await handler.AssertAwaitedAsync(execution.AsTask());
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("dispose")]
    public async Task Stopping_an_exited_child_waits_for_handlers_added_before(string way)
    {
        foreach (var program in new[] { "true", "/no/such" })
        {
            var child = new Executable(program).Spawn();
            _ = await Record.ExceptionAsync(() => child.WaitForCloseAsync().Soon());
            var handler = new SlowHandler();
            child.Closed += (_, _) => handler.Run();

            var failure = await Record.ExceptionAsync(() => handler.AssertAwaitedAsync(way == "stop" ? child.StopAsync() : child.DisposeAsync().AsTask()));

            Assert.True(failure is null or ExecException, failure?.ToString());
        }
    }

    [Fact]
    public async Task A_handler_may_stop_its_own_child_and_wait_for_that()
    {
        var child = SpawnScript("exit 0");
        var stopped = new TaskCompletionSource<bool>();
        child.Exited += (_, _) => stopped.SetResult(child.StopAsync().Wait(Waiting.Bound));

        Assert.True(await stopped.Task);
    }

    [Fact]
    public async Task A_handler_may_wait_for_a_past_event()
    {
        var child = await EndedAsync();
        var waited = new TaskCompletionSource<bool>();

        child.Closed += (_, _) => waited.SetResult(
            child.WaitForExitAsync().Wait(Waiting.Bound) && child.WaitForCloseAsync().Wait(Waiting.Bound) && child.DisposeAsync().AsTask().Wait(Waiting.Bound));

        Assert.True(await waited.Task.Soon());
    }

    private static async Task<ChildProcess> EndedAsync()
    {
        var child = SpawnScript("echo text; exit 7");
        await child.WaitForCloseAsync().Soon();
        return child;
    }

    /// <summary>A handler that runs until something was seen to wait for it.</summary>
    private sealed class SlowHandler
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _hasRun;

        public void Run()
        {
            _begun.SetResult();
            _hasRun = _mayEnd.Task.Wait(Waiting.Bound);
        }

        public async Task AssertAwaitedAsync(Task waiting)
        {
            await _begun.Task.Soon();
            Assert.False(waiting.IsCompleted);
            _mayEnd.SetResult();
            try
            {
                await waiting.Soon();
            }
            finally
            {
                Assert.True(_hasRun);
            }
        }
    }
}
