namespace TypedExec.Services;

/// <summary>
/// Limits how many captured bytes all runs hold at the same time. A run returns its bytes when its result is created.
/// </summary>
internal sealed class CaptureBudget(long bytes)
{
    private long _used;

    public long Used => Interlocked.Read(ref _used);

    /// <exception cref="InsufficientMemoryException">The budget is exhausted; nothing was taken.</exception>
    public void Take(long count)
    {
        if (Interlocked.Add(ref _used, count) > bytes)
        {
            Interlocked.Add(ref _used, -count);
            throw new InsufficientMemoryException($"all runs together may hold {bytes} captured bytes at a time, and these are in use");
        }
    }

    public void GiveBack(long count) => Interlocked.Add(ref _used, -count);
}
