using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace TypedExec.Events;

/// <summary>
/// Delivers the events of one child, one at a time and in order, on the thread pool. Children do not wait for each other.
/// </summary>
internal sealed class EventQueue : IThreadPoolWorkItem
{
    private Queue<Action>? _deliveries;
    private bool _isRunning;

    /// <summary>Delivers after everything that was enqueued before.</summary>
    public void Enqueue(Action delivery)
    {
        lock (this)
        {
            (_deliveries ??= new()).Enqueue(delivery);
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>The same, and completes once it has been delivered.</summary>
    public Task DeliverAsync(Action delivery)
    {
        var delivered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(() =>
        {
            try
            {
                delivery();
            }
            finally
            {
                delivered.SetResult();
            }
        });
        return delivered.Task;
    }

    /// <summary>
    /// For a delivery that runs no user's code: runs it here and now when there is nothing before it.
    /// </summary>
    public void EnqueueOrRun<T>(Action<T> delivery, T state)
    {
        lock (this)
        {
            if (!_isRunning)
            {
                delivery(state);
                return;
            }
        }

        Enqueue(delivery, state);
    }

    /// <summary>
    /// For a caller that is on the thread pool: delivers on this thread when there is nothing before it, and completes once
    /// it has been delivered.
    /// </summary>
    public Task DeliverHereAsync(Action delivery)
    {
        lock (this)
        {
            if (_isRunning)
            {
                return DeliverAsync(delivery);
            }

            _deliveries ??= new();
            _isRunning = true;
        }

        Run(delivery);
        ((IThreadPoolWorkItem)this).Execute();
        return Task.CompletedTask;
    }

    /// <summary>In a method of its own, as the closure would be made even where it is not needed.</summary>
    private void Enqueue<T>(Action<T> delivery, T state) => Enqueue(() => delivery(state));

    void IThreadPoolWorkItem.Execute()
    {
        while (TryDequeue(out var delivery))
        {
            Run(delivery);
        }
    }

    private static void Run(Action delivery)
    {
        try
        {
            delivery();
        }
        catch (Exception exception)
        {
            RaiseUnhandled(exception);
        }
    }

    private bool TryDequeue([MaybeNullWhen(false)] out Action delivery)
    {
        lock (this)
        {
            _isRunning = _deliveries!.TryDequeue(out delivery);
            return _isRunning;
        }
    }

    /// <summary>
    /// A handler's exception is never swallowed: like one that is thrown in a handler of Node's, it is unhandled. It is
    /// thrown on another thread, so that the events behind it are still delivered where the application survives it.
    /// </summary>
    private static void RaiseUnhandled(Exception exception)
        => ThreadPool.UnsafeQueueUserWorkItem(
            static captured => captured.Throw(), ExceptionDispatchInfo.Capture(exception), preferLocal: false);
}
