namespace TypedExec.Events;

/// <summary>
/// An event that a handler still gets if it is added after the event was raised. This replaces Node's single thread.
/// </summary>
/// <typeparam name="THandler">The delegate type of the handlers.</typeparam>
/// <typeparam name="TArgs">The event's arguments.</typeparam>
/// <param name="queue">The queue in which it is delivered.</param>
internal abstract class TerminalEvent<THandler, TArgs>(EventQueue queue)
    where THandler : Delegate
    where TArgs : class
{
    /// <summary>How many events a late handler gets. An event that is raised again and again must not fill the memory.</summary>
    private const int MaxKept = 100;

    private THandler? _handlers;

    // A single one, as is nearly always the case, or an array.
    private object? _raised;

    /// <summary>Adds a handler and delivers to it what it has missed.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="whenMissed">Decides when to enqueue what was missed. By default, immediately.</param>
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

    /// <summary>Raises the event for the current handlers. A handler that is added later gets it when it is added.</summary>
    /// <remarks>What a handler has missed is enqueued when the handler is added, even if it is delivered later. So all events of
    /// a child arrive in order at handlers that are added in that order.</remarks>
    public void Raise(TArgs args)
    {
        lock (queue.Gate)
        {
            _raised = _raised switch
            {
                null => args,
                TArgs first => new[] { first, args },
                // A new array, because the previous one may be on its way to a late handler.
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

    /// <summary>A separate method, because the closure would otherwise be allocated even if there is no handler.</summary>
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
            // A handler that was removed meanwhile isn't called any more.
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
