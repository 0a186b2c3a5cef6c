using System.Reflection;
using Microsoft.Coyote.Specifications;

namespace TypedExec.Exploration;

/// <summary>The exploration finds what it is meant to find. If the assembly weren't rewritten, it would find nothing.</summary>
public sealed class PlantedBugTests
{
    [Fact]
    public void The_assembly_was_rewritten()
        => Assert.Contains(
            typeof(PlantedBugTests).Assembly.GetCustomAttributes(),
            static attribute => attribute.GetType().FullName == "Microsoft.Coyote.Rewriting.RewritingSignatureAttribute");

    [Fact]
    public void A_lost_update_is_found() => Assert.NotEqual(0, Exploration.Explore(static async () =>
    {
        var gate = new object();
        var count = 0;
        int Read()
        {
            lock (gate)
            {
                return count;
            }
        }

        void Write(int value)
        {
            lock (gate)
            {
                count = value;
            }
        }

        var first = Task.Run(() => Write(Read() + 1));
        var second = Task.Run(() => Write(Read() + 1));
        await first;
        await second;
        Specification.Assert(count == 2, "An update was lost.");
    }).NumOfFoundBugs);

    [Fact]
    public void A_lost_wake_up_is_found() => Assert.NotEqual(0, Exploration.Explore(static async () =>
    {
        var queue = new SleepyQueue();
        var done = new TaskCompletionSource();
        var first = Task.Run(() => queue.Enqueue(static () => { }));
        var second = Task.Run(() => queue.Enqueue(done.SetResult));
        await first;
        await second;
        await done.Task;
    }).NumOfFoundBugs);

    /// <summary>An event queue that checks for more and goes to sleep in two steps.</summary>
    private sealed class SleepyQueue
    {
        private readonly object _gate = new();
        private readonly Queue<Action> _deliveries = new();
        private bool _isRunning;

        public void Enqueue(Action delivery)
        {
            lock (_gate)
            {
                _deliveries.Enqueue(delivery);
                if (_isRunning)
                {
                    return;
                }

                _isRunning = true;
            }

            _ = Task.Run(Execute);
        }

        private void Execute()
        {
            while (true)
            {
                Action? delivery;
                lock (_gate)
                {
                    _deliveries.TryDequeue(out delivery);
                }

                if (delivery is null)
                {
                    break;
                }

                delivery();
            }

            lock (_gate)
            {
                _isRunning = false;
            }
        }
    }
}
