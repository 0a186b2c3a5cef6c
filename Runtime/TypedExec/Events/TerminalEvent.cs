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
{
    /// <summary>How many a late handler gets: an event that is raised again and again must not fill the memory.</summary>
    private const int MaxKept = 100;

    private THandler? _handlers;
    private TArgs[] _delivered = [];

    /// <summary>Adds a handler; what it has missed is delivered to it.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="whenMissed">Decides when to enqueue what was missed. Default: at once.</param>
    public void Add(THandler? handler, Action<Action>? whenMissed = null)
    {
        if (handler is null)
        {
            return;
        }

        TArgs[] missed;
        lock (queue)
        {
            _handlers = (THandler)Delegate.Combine(_handlers, handler);
            missed = _delivered;
        }

        foreach (var args in missed)
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
        lock (queue)
        {
            _handlers = (THandler?)Delegate.Remove(_handlers, handler);
        }
    }

    /// <summary>
    /// Raises the event; handlers that are added before it is delivered get it with the others, later ones by themselves.
    /// </summary>
    public void Raise(TArgs args)
    {
        lock (queue)
        {
            if (_handlers is null && queue.IsIdle)
            {
                // Nobody to run, and nothing before it: it counts as delivered.
                Keep(args);
                return;
            }
        }

        Enqueue(args);
    }

    protected abstract void Invoke(THandler handlers, TArgs args);

    private void Enqueue(TArgs args) => queue.Enqueue(() => Deliver(args));

    private void Deliver(TArgs args)
    {
        THandler? handlers;
        lock (queue)
        {
            handlers = _handlers;
            Keep(args);
        }

        if (handlers is not null)
        {
            Invoke(handlers, args);
        }
    }

    /// <summary>Into an array of its own, as a former one may be on its way to a late handler.</summary>
    private void Keep(TArgs args)
    {
        if (_delivered.Length < MaxKept)
        {
            _delivered = [.. _delivered, args];
        }
    }
}

/// <inheritdoc cref="TerminalEvent{THandler, TArgs}"/>
internal sealed class TerminalEvent(EventQueue queue, object sender) : TerminalEvent<EventHandler, EventArgs>(queue)
{
    protected override void Invoke(EventHandler handlers, EventArgs args) => handlers(sender, args);
}

/// <inheritdoc cref="TerminalEvent{THandler, TArgs}"/>
internal sealed class TerminalEvent<TArgs>(EventQueue queue, object sender) : TerminalEvent<EventHandler<TArgs>, TArgs>(queue)
{
    protected override void Invoke(EventHandler<TArgs> handlers, TArgs args) => handlers(sender, args);
}
