using TypedExec.Telemetry;

namespace TypedExec.Children;

/// <summary>Who hears of a child's end before anybody who waits for it: listeners, and the service that counts children.</summary>
/// <param name="trace">What is told to listeners, or null.</param>
/// <param name="slot">What the service has lent the child, or null.</param>
internal sealed class ChildEnd(ChildTrace? trace, IDisposable? slot)
{
    /// <summary>Null where nobody hears of it.</summary>
    public static ChildEnd? From(ChildTrace? trace, IDisposable? slot) => trace is null && slot is null ? null : new ChildEnd(trace, slot);

    /// <summary>Tells it on the thread pool, as listeners are a user's code and this may be the event loop's thread, and then goes on.</summary>
    /// <param name="tell">Tells the listeners.</param>
    /// <param name="next">What comes after that.</param>
    /// <param name="isGone">Whether the child takes no place any more.</param>
    public void Tell(Action<ChildTrace> tell, Action next, bool isGone = false)
    {
        var (told, lent) = (trace, isGone ? slot : null);
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                try
                {
                    if (told is not null)
                    {
                        tell(told);
                    }
                }
                finally
                {
                    // After an exception of a listener's only in an application that survives it.
                    lent?.Dispose();
                    next();
                }
            },
            null);
    }
}
