using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace TypedExec.Events;

/// <summary>
/// Delivers the events of one child, one at a time and in order, on the thread pool. Each child has a queue of its own.
/// </summary>
/// <remarks>
/// A handler's exception is unhandled, as one that is thrown in a handler of Node's: it is raised before anything later is
/// delivered. Since what is awaited completes through the queue too, no await can complete, and no program return from
/// Main, before the exception has ended the process.
/// </remarks>
/// <param name="flow">The call flow that handlers run in; null for none, which is cheaper.</param>
internal sealed class EventQueue(ExecutionContext? flow = null) : IThreadPoolWorkItem
{
    private Queue<Action>? _deliveries;

    // From the first delivery until there is none left; also while an exception is being raised.
    private bool _isRunning;
    private volatile int _deliveringThread;

    /// <summary>Guards the queue and the handlers of the events in it. No user's code runs while it is held.</summary>
    public object Gate { get; } = new();

    /// <summary>Whether the caller is one of the handlers.</summary>
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

    /// <summary>The same, and completes once it has been delivered.</summary>
    public Task DeliverAsync(Action delivery)
    {
        lock (Gate)
        {
            Enqueue(delivery);
            return EnqueueMark();
        }
    }

    /// <summary>
    /// For a delivery that runs no user's code: runs it here and now when there is nothing before it.
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

        // What has come meanwhile may be a handler, and this may be the event loop's thread.
        Resume();
    }

    /// <summary>
    /// For a caller that is on the thread pool: delivers on this thread when there is nothing before it, and completes once
    /// it has been delivered.
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
    /// Completes when everything that has been enqueued by now was delivered; at once within a handler, which must not wait
    /// for itself.
    /// </summary>
    public Task DeliveredAsync()
    {
        lock (Gate)
        {
            return _isRunning && !IsDeliveringHere ? EnqueueMark() : Task.CompletedTask;
        }
    }

    /// <summary>The same result, but not before <see cref="DeliveredAsync"/>.</summary>
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

    /// <summary>In a method of its own, as the closure would be made even where it is not needed.</summary>
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

    /// <summary>Runs one delivery; false when it threw: then the queue stands still until the exception has been raised.</summary>
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
            // Not from here, where an async method of our own may be the caller and would take it for its own failure.
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
            // Only reached in an application that survives it (ExceptionHandling.SetUnhandledExceptionHandler): otherwise
            // the process has ended where the exception was thrown, before anything is unwound.
            Resume();
        }
    }

    private void Resume() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
