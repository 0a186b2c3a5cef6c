namespace TypedExec.Platform.Linux;

/// <summary>
/// What both ends of pipes have in common: a non-blocking descriptor that is registered with the loop once a call first
/// has to wait, and that is only touched while the gate is held, so that a closed number is never used again.
/// </summary>
internal sealed class PipeEnd(int descriptor, uint events, IReadinessHandler handler)
{
    private ulong? _registration;

    public int Descriptor { get; private set; } = descriptor;

    public bool IsClosed => Descriptor < 0;

    /// <summary>Edge-triggered: the handler is told once for every change, which suits a call that tries again.</summary>
    public void WatchEdges()
    {
        if (_registration is null)
        {
            _registration = EventLoop.Instance.Register(Descriptor, events | Constants.EPOLLET, handler);
        }
    }

    /// <summary>Level-triggered: the handler is told as long as the descriptor is ready.</summary>
    public void WatchLevel()
    {
        if (_registration is { } id)
        {
            EventLoop.Instance.Modify(id, Descriptor, events);
        }
        else
        {
            _registration = EventLoop.Instance.Register(Descriptor, events, handler);
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
