namespace TypedExec.Terminals;

/// <summary>
/// Displays on a screen what is read from a terminal, whoever reads it. Output is only recorded where it is read, which may be
/// the event loop's thread; it is displayed on the thread pool, or on request.
/// </summary>
internal sealed class ScreenFeed(TerminalSize size) : IThreadPoolWorkItem
{
    /// <summary>How many bytes are recorded at most before the reader has to display them itself.</summary>
    private const int MaxPending = 1024 * 1024;

    private readonly object _gate = new();
    private readonly object _screenGate = new();
    private readonly TerminalScreen _screen = new(size);
    private MemoryStream _pending = new();
    private bool _isScheduled;

    /// <summary>Records what was read.</summary>
    public void Write(ReadOnlySpan<byte> output)
    {
        bool isFull;
        lock (_gate)
        {
            _pending.Write(output);
            isFull = _pending.Length > MaxPending;
            if (!_isScheduled && !isFull)
            {
                _isScheduled = true;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        if (isFull)
        {
            Show();
        }
    }

    public void Resize(TerminalSize size)
    {
        Show();
        _screen.Resize(size);
    }

    /// <summary>Returns the screen's text, including everything that has been read.</summary>
    public string GetText()
    {
        Show();
        return _screen.ToString();
    }

    void IThreadPoolWorkItem.Execute()
    {
        lock (_gate)
        {
            _isScheduled = false;
        }

        Show();
    }

    private void Show()
    {
        // Taken under the screen's lock too, so that pieces stay in order.
        lock (_screenGate)
        {
            MemoryStream pending;
            lock (_gate)
            {
                if (_pending.Length == 0)
                {
                    return;
                }

                pending = _pending;
                _pending = new MemoryStream();
            }

            _screen.Write(pending.GetBuffer().AsSpan(0, (int)pending.Length));
        }
    }
}
