namespace TypedExec.Children;

/// <summary>
/// Runs actions that must not overtake data that is being delivered: immediately if there is none, and otherwise after it, in
/// order.
/// </summary>
/// <param name="streams">The child's streams.</param>
/// <param name="gate">Guards the waiting actions.</param>
internal sealed class AfterData(ChildStreams streams, object gate)
{
    private Queue<Action>? _waiting;

    /// <summary>Gets whether an action would run immediately.</summary>
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
            // A failed delivery is reported elsewhere; here it has only finished.
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
