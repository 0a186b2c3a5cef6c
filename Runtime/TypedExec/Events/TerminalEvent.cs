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
    private List<Action<THandler>>? _delivered;

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
            missed = _delivered is null ? [] : [.. _delivered];
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

    /// <summary>
    /// Raises the event; handlers that are added before it is delivered get it with the others, later ones by themselves.
    /// </summary>
    /// <param name="invoke">Calls a handler.</param>
    /// <param name="postpone">
    /// Asked when there are handlers and it is their turn: true when it is too early for them, and the event is going to be
    /// raised again.
    /// </param>
    public void Raise(Action<THandler> invoke, Func<bool>? postpone = null)
    {
        lock (queue)
        {
            if (_handlers is null)
            {
                // Nobody to run: it counts as delivered once what was raised before it is.
                queue.EnqueueOrRun(() => Deliver(invoke, postpone));
                return;
            }
        }

        queue.Enqueue(() => Deliver(invoke, postpone));
    }

    private void Deliver(Action<THandler> invoke, Func<bool>? postpone)
    {
        THandler? handlers;
        lock (queue)
        {
            handlers = _handlers;
            if (handlers is not null && postpone is not null && postpone())
            {
                return;
            }

            _delivered ??= new(1);
            if (_delivered.Count < MaxKept)
            {
                _delivered.Add(invoke);
            }
        }

        if (handlers is not null)
        {
            invoke(handlers);
        }
    }
}
