namespace TypedExec.Platform.Linux;

/// <summary>
/// What both ends of a pipe have in common: a non-blocking descriptor that is registered with the loop when a call first has to
/// wait. It is only touched while the gate is held, so that a closed number is never used again.
/// </summary>
internal struct PipeDescriptor(int descriptor, uint events, IReadinessHandler handler)
{
    private ulong? _registration;

    public int Descriptor { get; private set; } = descriptor;

    public bool IsClosed => Descriptor < 0;

    /// <summary>
    /// Notifies the handler once when the descriptor is ready, for the call that waits now. What a fast child does between calls
    /// wakes nobody.
    /// </summary>
    public void WatchOnce()
    {
        const uint once = Constants.EPOLLONESHOT;
        if (_registration is { } id)
        {
            EventLoop.Instance.Modify(id, Descriptor, events | once);
        }
        else
        {
            _registration = EventLoop.Instance.Register(Descriptor, events | once, handler);
        }
    }

    public void Close()
    {
        if (IsClosed)
        {
            return;
        }

        if (_registration is { } id)
        {
            EventLoop.Instance.Unregister(id, Descriptor);
        }

        Linux.Descriptor.Close(Descriptor);
        Descriptor = -1;
    }
}
