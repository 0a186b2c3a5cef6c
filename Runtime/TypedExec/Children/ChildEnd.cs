using TypedExec.Telemetry;

namespace TypedExec.Children;

/// <summary>
/// Notifies those who learn of a child's end before any waiting code does: listeners, and the service that counts children.
/// </summary>
/// <param name="trace">Notifies the listeners, or null.</param>
/// <param name="slot">The slot that the service has lent the child, or null.</param>
internal sealed class ChildEnd(ChildTrace? trace, IDisposable? slot)
{
    /// <summary>Returns null if there is nobody to notify.</summary>
    public static ChildEnd? From(ChildTrace? trace, IDisposable? slot) => trace is null && slot is null ? null : new ChildEnd(trace, slot);

    /// <summary>
    /// Notifies the listeners on the thread pool, because they are user code and this may be the event loop's thread, and then
    /// continues.
    /// </summary>
    /// <param name="tell">Notifies the listeners.</param>
    /// <param name="next">What happens after that.</param>
    /// <param name="isGone">True if the child no longer occupies a slot.</param>
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
                    // Reached after a listener's exception only in an application that survives it.
                    lent?.Dispose();
                    next();
                }
            },
            null);
    }
}
