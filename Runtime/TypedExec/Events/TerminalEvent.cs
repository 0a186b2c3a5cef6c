namespace TypedExec.Events;

/// <summary>
/// An event that a handler still gets when it is added after the event was raised, so that nothing is missed by being
/// late. This is what stands in for Node's single thread.
/// </summary>
/// <typeparam name="THandler">The handlers' delegate type.</typeparam>
/// <typeparam name="TArgs">The event's arguments.</typeparam>
/// <param name="queue">The queue in which it is delivered.</param>
internal abstract class TerminalEvent<THandler, TArgs>(EventQueue queue)
    where THandler : Delegate
    where TArgs : class
{
    /// <summary>How many a late handler gets: an event that is raised again and again must not fill the memory.</summary>
    private const int MaxKept = 100;

    private THandler? _handlers;

    // One of them, as nearly always, or an array.
    private object? _raised;

    /// <summary>Adds a handler; what it has missed is delivered to it.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="whenMissed">Decides when to enqueue what was missed. Default: at once.</param>
    public void Add(THandler? handler, Action<Action>? whenMissed = null)
    {
        if (handler is null)
        {
            return;
        }

        object? missed;
        lock (queue.Gate)
        {
            _handlers = (THandler)Delegate.Combine(_handlers, handler);
            missed = _raised;
        }

        foreach (var args in missed as TArgs[] ?? (missed is TArgs only ? [only] : []))
        {
            void Enqueue() => queue.Enqueue(() => Invoke(handler, args));
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
        lock (queue.Gate)
        {
            _handlers = (THandler?)Delegate.Remove(_handlers, handler);
        }
    }

    /// <summary>Raises the event for the handlers that are there; one that is added from now on gets it by itself.</summary>
    /// <remarks>
    /// By itself, though this be delivered only later: what a handler has missed is enqueued when it is added, and so all
    /// events of a child come in their order to handlers that are added in that order.
    /// </remarks>
    public void Raise(TArgs args)
    {
        lock (queue.Gate)
        {
            _raised = _raised switch
            {
                null => args,
                TArgs first => new[] { first, args },
                // Into an array of its own, as a former one may be on its way to a late handler.
                TArgs[] { Length: < MaxKept } former => (TArgs[])[.. former, args],
                var full => full,
            };
            if (_handlers is not null)
            {
                Enqueue(args, _handlers);
            }
        }
    }

    protected abstract void Invoke(THandler handlers, TArgs args);

    /// <summary>In a method of its own, as the closure would be made even where there is no handler.</summary>
    private void Enqueue(TArgs args, THandler handlers) => queue.Enqueue(() => Deliver(args, handlers));

    private void Deliver(TArgs args, THandler handlers)
    {
        THandler? current;
        lock (queue.Gate)
        {
            current = _handlers;
        }

        if (current == handlers)
        {
            Invoke(handlers, args);
        }
        else if (Delegate.Combine(Array.FindAll(handlers.GetInvocationList(), handler => IsIn(current, handler))) is { } left)
        {
            // One that was removed meanwhile is not called any more.
            Invoke((THandler)left, args);
        }
    }

    private static bool IsIn(THandler? handlers, Delegate handler) => handlers is not null && handlers.GetInvocationList().Contains(handler);
}

/// <inheritdoc cref="TerminalEvent{THandler, TArgs}"/>
internal sealed class TerminalEvent(EventQueue queue, object sender) : TerminalEvent<EventHandler, EventArgs>(queue)
{
    protected override void Invoke(EventHandler handlers, EventArgs args) => handlers(sender, args);
}

/// <inheritdoc cref="TerminalEvent{THandler, TArgs}"/>
internal sealed class TerminalEvent<TArgs>(EventQueue queue, object sender) : TerminalEvent<EventHandler<TArgs>, TArgs>(queue)
    where TArgs : class
{
    protected override void Invoke(EventHandler<TArgs> handlers, TArgs args) => handlers(sender, args);
}
