namespace TypedExec.Services;

/// <summary>How many bytes all runs may hold captured at once. A run gives its bytes back when its result is made.</summary>
internal sealed class CaptureBudget(long bytes)
{
    private long _used;

    public long Used => Interlocked.Read(ref _used);

    /// <exception cref="InsufficientMemoryException">There is no more; nothing was taken.</exception>
    public void Take(long count)
    {
        if (Interlocked.Add(ref _used, count) > bytes)
        {
            Interlocked.Add(ref _used, -count);
            throw new InsufficientMemoryException($"all runs together may hold {bytes} captured bytes at once, and these are in use");
        }
    }

    public void GiveBack(long count) => Interlocked.Add(ref _used, -count);
}
