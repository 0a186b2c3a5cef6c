namespace TypedExec.Children;

/// <summary>
/// What must not overtake the data that is being delivered: runs at once where there is none, and otherwise after it, in
/// the order in which it came.
/// </summary>
/// <param name="streams">The child's streams.</param>
/// <param name="gate">Guards what waits.</param>
internal sealed class AfterData(ChildStreams streams, object gate)
{
    private Queue<Action>? _waiting;

    /// <summary>Whether an action would run at once.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return _waiting is null && streams.DeliveredAsync().IsCompleted;
            }
        }
    }

    public void Run(Action action)
    {
        lock (gate)
        {
            if (_waiting is not null)
            {
                _waiting.Enqueue(action);
                return;
            }

            if (!streams.DeliveredAsync().IsCompleted)
            {
                _waiting = new([action]);
                _ = RunWaitingAsync();
                return;
            }
        }

        action();
    }

    private async Task RunWaitingAsync()
    {
        Action? action;
        while (true)
        {
            // That a delivery failed is reported elsewhere; here it is over.
            await streams.DeliveredAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            lock (gate)
            {
                if (!_waiting!.TryDequeue(out action))
                {
                    _waiting = null;
                    return;
                }
            }

            action();
        }
    }
}
