namespace TypedExec.Platform.Managed;

/// <summary>One end of what goes both ways: it is closed once both of its directions are.</summary>
internal sealed class SharedEnd(IDisposable end) : IDisposable
{
    private int _openDirections = 2;

    /// <summary>Closes one direction; each is closed once.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _openDirections) == 0)
        {
            end.Dispose();
        }
    }
}
