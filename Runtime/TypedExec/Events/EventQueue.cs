using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace TypedExec.Events;

/// <summary>Delivers the events of one child in order, one at a time, on the thread pool. Each child has its own queue.</summary>
/// <remarks>An exception that a handler throws is unhandled, as in Node: it is raised before anything later is delivered. Awaited
/// tasks complete through the queue too, so no await can complete, and no program can return from Main, before the exception has
/// ended the process.</remarks>
/// <param name="flow">The call flow in which handlers run, or null for none, which is cheaper.</param>
internal sealed class EventQueue(ExecutionContext? flow = null) : IThreadPoolWorkItem
{
    private Queue<Action>? _deliveries;

    // True from the first delivery until none is left, and while an exception is being raised.
    private bool _isRunning;
    private volatile int _deliveringThread;

    /// <summary>Guards the queue and the handlers of its events. No user code runs while it is held.</summary>
    public object Gate { get; } = new();

    /// <summary>Gets whether the caller is one of the handlers.</summary>
    public bool IsDeliveringHere => _deliveringThread == Environment.CurrentManagedThreadId;

    /// <summary>Delivers after everything that was enqueued before.</summary>
    public void Enqueue(Action delivery)
    {
        lock (Gate)
        {
            (_deliveries ??= new()).Enqueue(delivery);
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
        }

        Resume();
    }

    /// <summary>Enqueues a delivery and completes when it has been delivered.</summary>
    public Task DeliverAsync(Action delivery)
    {
        lock (Gate)
        {
            Enqueue(delivery);
            return EnqueueMark();
        }
    }

    /// <summary>
    /// Runs a delivery that contains no user code immediately if nothing comes before it; otherwise enqueues it.
    /// </summary>
    public void EnqueueOrRun<T>(Action<T> delivery, T state)
    {
        if (!TryOccupy())
        {
            Enqueue(delivery, state);
            return;
        }

        delivery(state);
        lock (Gate)
        {
            _isRunning = _deliveries is { Count: > 0 };
            if (!_isRunning)
            {
                return;
            }
        }

        // What has arrived meanwhile may be a handler, and this may be the event loop's thread.
        Resume();
    }

    /// <summary>
    /// For a caller on the thread pool: delivers on this thread if nothing comes before it, and completes when it has been
    /// delivered.
    /// </summary>
    public Task DeliverHereAsync(Action delivery)
    {
        if (!TryOccupy())
        {
            return DeliverAsync(delivery);
        }

        if (!TryRun(delivery))
        {
            return EnqueueMark();
        }

        ((IThreadPoolWorkItem)this).Execute();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Completes when everything that has been enqueued by now has been delivered. Within a handler, which must not wait for
    /// itself, it completes immediately.
    /// </summary>
    public Task DeliveredAsync()
    {
        lock (Gate)
        {
            return _isRunning && !IsDeliveringHere ? EnqueueMark() : Task.CompletedTask;
        }
    }

    /// <summary>Returns the same result, but not before <see cref="DeliveredAsync"/>.</summary>
    public Task<T> AfterDeliveriesAsync<T>(Task<T> result)
    {
        var delivered = DeliveredAsync();
        return delivered.IsCompleted ? result : AfterAsync(delivered, result);
    }

    public static async Task<T> AfterAsync<T>(Task first, Task<T> result)
    {
        await first.ConfigureAwait(false);
        return await result.ConfigureAwait(false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (TryDequeue(out var delivery) && TryRun(delivery))
        {
        }
    }

    /// <summary>A separate method, because the closure would otherwise be allocated even if it isn't needed.</summary>
    private void Enqueue<T>(Action<T> delivery, T state) => Enqueue(() => delivery(state));

    private Task EnqueueMark()
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(mark.SetResult);
        return mark.Task;
    }

    private bool TryOccupy()
    {
        lock (Gate)
        {
            if (_isRunning)
            {
                return false;
            }

            _isRunning = true;
            return true;
        }
    }

    private bool TryDequeue([MaybeNullWhen(false)] out Action delivery)
    {
        lock (Gate)
        {
            delivery = null;
            _isRunning = _deliveries is not null && _deliveries.TryDequeue(out delivery);
            return _isRunning;
        }
    }

    /// <summary>
    /// Runs one delivery. Returns false if it threw; the queue then stands still until the exception has been raised.
    /// </summary>
    private bool TryRun(Action delivery)
    {
        LoopThread.AssertIsOther();
        _deliveringThread = Environment.CurrentManagedThreadId;
        try
        {
            if (flow is null)
            {
                delivery();
            }
            else
            {
                ExecutionContext.Run(flow, static delivery => ((Action)delivery!)(), delivery);
            }

            return true;
        }
        catch (Exception exception)
        {
            // Not from here, where the caller may be one of our own async methods, which would treat it as its own failure.
            ThreadPool.UnsafeQueueUserWorkItem(
                static failure => failure.Queue.RaiseUnhandled(failure.Captured),
                (Queue: this, Captured: ExceptionDispatchInfo.Capture(exception)), preferLocal: false);
            return false;
        }
        finally
        {
            _deliveringThread = 0;
        }
    }

    private void RaiseUnhandled(ExceptionDispatchInfo captured)
    {
        try
        {
            captured.Throw();
        }
        finally
        {
            // Reached only in an application that survives the exception (ExceptionHandling.SetUnhandledExceptionHandler).
            // Otherwise the process ended where it was thrown, before anything was unwound.
            Resume();
        }
    }

    private void Resume() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
