namespace TypedExec.Events;

/// <summary>
/// An event that a handler still gets when it is added after the event was raised, so that nothing is missed by being
/// late. This is what stands in for Node's single thread.
/// </summary>
/// <typeparam name="THandler">The handlers' delegate type.</typeparam>
internal sealed class TerminalEvent<THandler>(EventQueue queue)
    where THandler : Delegate
{
    /// <summary>How many a late handler gets: an event that is raised again and again must not fill the memory.</summary>
    private const int MaxKept = 100;

    private THandler? _handlers;
    private List<Action<THandler>>? _raised;

    /// <summary>Adds a handler; what it has missed is delivered to it.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="whenMissed">Decides when to enqueue what was missed. Default: at once.</param>
    public void Add(THandler? handler, Action<Action>? whenMissed = null)
    {
        if (handler is null)
        {
            return;
        }

        Action<THandler>[] missed;
        lock (queue)
        {
            _handlers = (THandler)Delegate.Combine(_handlers, handler);
            missed = _raised is null ? [] : [.. _raised];
        }

        foreach (var invoke in missed)
        {
            void Enqueue() => queue.Enqueue(() => invoke(handler));
            if (whenMissed is null)
            {
                Enqueue();
            }
            else
            {
                whenMissed(Enqueue);
            }
        }
    }

    public void Remove(THandler? handler)
    {
        lock (queue)
        {
            _handlers = (THandler?)Delegate.Remove(_handlers, handler);
        }
    }

    /// <summary>Raises the event for the handlers that are there; one that is added from now on gets it by itself.</summary>
    /// <remarks>
    /// By itself, though this be delivered only later: what a handler has missed is enqueued when it is added, and so all
    /// events of a child come in their order to handlers that are added in that order.
    /// </remarks>
    public void Raise(Action<THandler> invoke)
    {
        THandler? handlers;
        lock (queue)
        {
            handlers = _handlers;
            _raised ??= new(1);
            if (_raised.Count < MaxKept)
            {
                _raised.Add(invoke);
            }

            if (handlers is not null)
            {
                queue.Enqueue(() => Deliver(invoke, handlers));
            }
        }
    }

    private void Deliver(Action<THandler> invoke, THandler handlers)
    {
        THandler? current;
        lock (queue)
        {
            current = _handlers;
        }

        if (current == handlers)
        {
            invoke(handlers);
        }
        else if (Delegate.Combine(Array.FindAll(handlers.GetInvocationList(), handler => IsIn(current, handler))) is { } left)
        {
            // One that was removed meanwhile is not called any more.
            invoke((THandler)left);
        }
    }

    private static bool IsIn(THandler? handlers, Delegate handler) => handlers is not null && handlers.GetInvocationList().Contains(handler);
}
