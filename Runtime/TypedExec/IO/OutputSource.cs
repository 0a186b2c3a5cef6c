namespace TypedExec.IO;

/// <summary>
/// The pipe of one output, and whose turn it is to read it: a reader, a capturing call, or, while nobody reads, the code that
/// keeps the output for later. Never two at a time.
/// </summary>
internal sealed partial class OutputSource : IEndObserver
{
    private readonly ReadPipe _pipe;
    private readonly OutputGroup _group;
    private readonly IEndObserver _observer;
    private KeptOutput? _kept;
    private bool _isUnread = true;
    private bool _isWanted;
    private bool _isReading;
    private bool _isLooping;
    private int _readers;
    private bool _isCaptured;
    private bool _deliversEnd;
    private bool _isCollecting;
    private bool _isStopping;
    private bool _hasChildExited;
    private bool _isClosed;
    private bool _isEnded;

    /// <param name="pipe">The pipe.</param>
    /// <param name="group">The outputs that it belongs to.</param>
    /// <param name="observer">Is notified once that the output has ended and the handlers have got all of it.</param>
    public OutputSource(ReadPipe pipe, OutputGroup group, IEndObserver observer)
    {
        _pipe = pipe;
        _group = group;
        _observer = observer;
        group.Add(this);
    }

    /// <summary>Gets or sets the next output of the group, which is a linked list.</summary>
    public OutputSource? NextInGroup { get; set; }

    /// <summary>Gets whether the output is being read, and so doesn't block the child. Requires the group's gate.</summary>
    public bool IsBeingRead
    {
        get
        {
            _group.AssertGateIsHeld();
            return _isReading || _isLooping || _isCaptured;
        }
    }

    /// <summary>Gets the feed that passes output to data handlers if it only goes to targets; otherwise null.</summary>
    public PassingFeed? Passing { get; private set; }

    /// <summary>Starts keeping unread output.</summary>
    public void Start()
    {
        lock (_group.Gate)
        {
            KeepIfIdle();
        }
    }

    /// <summary>Adds a reader that reads repeatedly, at its own pace.</summary>
    public void AddReader()
    {
        lock (_group.Gate)
        {
            _readers++;
        }
    }

    /// <summary>Removes a reader. Output that arrives from now on is kept for the next one.</summary>
    public void RemoveReader()
    {
        lock (_group.Gate)
        {
            _readers--;
            Leave();
        }
    }

    /// <summary>
    /// Leaves the output to a loop that reads continuously, so that nothing is kept in between and a slow loop slows the child
    /// down.
    /// </summary>
    /// <param name="deliversEnd">True if the output has ended only when the loop says so with <see cref="EndLoop"/>.</param>
    /// <exception cref="InvalidOperationException">The output is captured.</exception>
    public void BeginLoop(bool deliversEnd)
    {
        lock (_group.Gate)
        {
            ThrowIfCaptured();
            _isLooping = true;
            _deliversEnd = deliversEnd && !_isEnded;
            StopKeeping();
            _group.OnRead(this);
        }
    }

    /// <summary>Ends what <see cref="BeginLoop"/> began.</summary>
    /// <param name="isAtEnd">True if everything was read.</param>
    public void EndLoop(bool isAtEnd)
    {
        lock (_group.Gate)
        {
            _isLooping = false;
            _deliversEnd = false;
            isAtEnd |= _kept is { IsAtEnd: true };
            if (!isAtEnd)
            {
                Leave();
            }
        }

        if (isAtEnd)
        {
            OnEnded();
        }
    }

    /// <summary>Releases the output when its last reader has left for good: it is unread again.</summary>
    public void Release()
    {
        lock (_group.Gate)
        {
            Leave();
        }
    }

    /// <summary>Called with the group's gate held when somebody waits for the child or reads another of its outputs.</summary>
    public void OnWanted()
    {
        _group.AssertGateIsHeld();
        if (!_isEnded && !IsBeingRead && !_isClosed)
        {
            _isWanted = true;
            KeepIfIdle();
        }
    }

    /// <summary>Called when the child has exited: unread output is taken out of the pipe.</summary>
    public void OnChildExited()
    {
        lock (_group.Gate)
        {
            _hasChildExited = true;
            KeepIfIdle();
        }
    }

    /// <summary>Stops reading what hasn't been read yet.</summary>
    public void Close()
    {
        CloseBy(static pipe => pipe.Close());
        _kept?.Clear();
    }

    /// <summary>Stops waiting for what a descendant may still write. Output that is already there isn't lost.</summary>
    public void CloseKeepingRest() => CloseBy(static pipe => pipe.CloseKeepingRest());

    private void CloseBy(Action<ReadPipe> close)
    {
        bool deliversEnd;
        close(_pipe);
        lock (_group.Gate)
        {
            _isClosed = true;
            deliversEnd = _deliversEnd;
        }

        if (!deliversEnd)
        {
            OnEnded();
        }
    }

    private void Leave()
    {
        _isUnread = true;
        KeepIfIdle();
    }

    void IEndObserver.OnEnded() => OnEnded();

    private void OnEnded()
    {
        lock (_group.Gate)
        {
            if (_isEnded)
            {
                return;
            }

            _isEnded = true;
        }

        _observer.OnEnded();
    }
}
