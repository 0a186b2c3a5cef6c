using System.Runtime.CompilerServices;
using Microsoft.Coyote.Specifications;
using TypedExec.Children;
using TypedExec.Events;

namespace TypedExec.Exploration;

/// <summary>The event queue, its events and what completes through it, in every order of their users.</summary>
public sealed class EventQueueTests
{
    [Fact]
    public void Deliveries_happen_once_in_order_and_never_overlap() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var queue = new EventQueue();
        var log = new Log();
        var first = Task.Run(() =>
        {
            queue.Enqueue(log.Entry("a1"));
            queue.Enqueue(log.Entry("a2"));
        });
        var second = Task.Run(async () =>
        {
            await queue.DeliverHereAsync(log.Entry("b1"));
            queue.EnqueueOrRun(static entry => entry(), log.Entry("b2"));
        });
        await first;
        await second;
        await queue.DeliverAsync(static () => { });

        Specification.Assert(log.Count == 4, "A delivery was lost, or came twice.");
        Specification.Assert(log.IsInOrder("a1", "a2") && log.IsInOrder("b1", "b2"), "Deliveries came in another order.");
    });

    [Fact]
    public void A_task_awaited_after_a_late_handler_completes_after_it() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var queue = new EventQueue();
        var exited = new TerminalEvent<string>(queue, new object());
        var completion = new StrongBox<Completion<int>>();
        var ends = Task.Run(() =>
        {
            exited.Raise("exit");
            queue.EnqueueOrRun(static end => end.Completion.Value.SetResult(end.Gate, 7), (Completion: completion, queue.Gate));
        });
        var calls = 0;
        exited.Add((_, _) => calls++);

        await queue.AfterDeliveriesAsync(completion.Value.GetTask(queue.Gate));

        Specification.Assert(calls == 1, "The handler was called {0} times.", calls);
        await ends;
    });

    [Fact]
    public void A_handler_gets_an_event_once_and_none_after_its_removal() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var queue = new EventQueue();
        var raised = new TerminalEvent<string>(queue, new object());
        int kept = 0, removed = 0;
        EventHandler<string> leaves = (_, _) => removed++;
        var raises = Task.Run(() => raised.Raise("once"));
        var adds = Task.Run(() => raised.Add((_, _) => kept++));
        raised.Add(leaves);
        raised.Remove(leaves);
        var before = removed;
        await raises;
        await adds;
        await queue.DeliverAsync(static () => { });

        Specification.Assert(kept == 1, "The handler was called {0} times.", kept);
        Specification.Assert(removed <= 1 && before <= removed, "A handler was called twice.");
    });

    [Fact]
    public void Nothing_is_delivered_before_an_exception_is_raised() => Exploration.HoldsInEveryOrder(static async () =>
    {
        Events.ThreadPool.Unhandled.Clear();
        var queue = new EventQueue();
        var isRaised = false;
        var others = Task.Run(() => queue.Enqueue(static () => { }));
        var throws = queue.DeliverHereAsync(static () => throw new InvalidOperationException("a handler's"));
        queue.Enqueue(() => isRaised = Events.ThreadPool.Unhandled.Count == 1);
        await throws;
        Specification.Assert(Events.ThreadPool.Unhandled.Count == 1, "The await was quicker than the exception.");
        await queue.DeliveredAsync();

        Specification.Assert(isRaised, "A later delivery was quicker than the exception.");
        await others;
    });

    [Fact]
    public void Early_and_late_callers_both_see_a_completion() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var gate = new object();
        var completion = new StrongBox<Completion<int>>();
        var early = Task.Run(async () => await completion.Value.GetTask(gate));
        var sets = Task.Run(() => completion.Value.SetResult(gate, 7));
        var late = await completion.Value.GetTask(gate);
        await sets;

        Specification.Assert(late == 7 && await early == 7, "Another result was seen.");
    });

    /// <summary>Records deliveries, and checks that no other one happens meanwhile.</summary>
    private sealed class Log
    {
        private readonly List<string> _entries = [];
        private int _running;

        public int Count => _entries.Count;

        public bool IsInOrder(string first, string second) => _entries.IndexOf(first) < _entries.IndexOf(second);

        public Action Entry(string name) => () =>
        {
            Specification.Assert(Interlocked.Increment(ref _running) == 1, "Two deliveries at a time.");
            _entries.Add(name);
            Interlocked.Decrement(ref _running);
        };
    }
}
