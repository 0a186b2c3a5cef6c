using System.Runtime.CompilerServices;

namespace TypedExec.IO;

/// <summary>
/// The pipe of one output, and whose turn it is to read it: a reader, a capturing call, or, while nobody reads, the code that
/// keeps the output for later. Never two at a time.
/// </summary>
internal sealed partial class OutputSource : IEndObserver
{
    /// <summary>More than any pipe holds, so that the end is seen when a child with a slow reader exits.</summary>
    private const long MaxAfterExit = 2 * 1024 * 1024;

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

    /// <summary>Reads the kept output, and then the pipe.</summary>
    /// <exception cref="InvalidOperationException">The output is captured, or another read is in progress.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = -1;
        BeginRead();
        try
        {
            int count;
            while (!TryTake(buffer.Span, out count, out var isPipeFree))
            {
                if (isPipeFree)
                {
                    count = await _pipe.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                    break;
                }

                await _kept!.ChangeAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return result = count;
        }
        finally
        {
            EndRead(isAtEnd: result == 0);
        }
    }

    /// <inheritdoc cref="ReadAsync"/>
    public int Read(Span<byte> buffer)
    {
        var result = -1;
        BeginRead();
        try
        {
            int count;
            while (!TryTake(buffer, out count, out var isPipeFree))
            {
                if (isPipeFree)
                {
                    count = _pipe.Read(buffer);
                    break;
                }

                _kept!.ChangeAsync().GetAwaiter().GetResult();
            }

            return result = count;
        }
        finally
        {
            EndRead(isAtEnd: result == 0);
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

    private void BeginRead()
    {
        lock (_group.Gate)
        {
            ThrowIfCaptured();
            if (_isReading)
            {
                throw new InvalidOperationException("Another read of this output is in progress; await it first.");
            }

            _isReading = true;
            StopKeeping();
            _group.OnRead(this);
        }
    }

    private void EndRead(bool isAtEnd)
    {
        lock (_group.Gate)
        {
            _isReading = false;
            isAtEnd &= !_deliversEnd;
            if (!isAtEnd)
            {
                KeepIfIdle();
            }
        }

        if (isAtEnd)
        {
            OnEnded();
        }
    }

    /// <summary>Takes kept output. Returns false if there is none, or none yet.</summary>
    private bool TryTake(Span<byte> buffer, out int count, out bool isPipeFree)
    {
        // Checked first, because what is collected meanwhile comes before the end.
        var isAtEnd = _kept is { IsAtEnd: true };
        count = _kept?.Take(buffer) ?? 0;
        isPipeFree = false;
        if (count > 0 || isAtEnd)
        {
            ThrowIfDropped(count);
            return true;
        }

        ThrowIfDropped(count);
        lock (_group.Gate)
        {
            StopKeeping();
            isPipeFree = !_isCollecting && _kept is null or { IsEmpty: true, IsAtEnd: false };
            return false;
        }
    }

    private void ThrowIfDropped(int count)
    {
        if (count == 0 && _kept is { Dropped: > 0 and var dropped })
        {
            throw new IOException(
                $"{dropped:N0} bytes of this output were dropped because more than {_group.MaxUnread:N0} bytes were unread.  "
                + $"Read the output while the child is running, or increase {nameof(SpawnOptions.MaxUnread)}.");
        }
    }

    private void Leave()
    {
        _isUnread = true;
        KeepIfIdle();
    }

    private void StopKeeping()
    {
        _group.AssertGateIsHeld();
        _isUnread = false;
        _isWanted = false;
        if (_isCollecting && _kept!.Dropped == 0)
        {
            _isCollecting = !_pipe.StopCollecting();
            _isStopping = _isCollecting;
        }
    }

    /// <summary>Starts keeping output if nobody reads it and the child doesn't have to be blocked. Called with the gate held.</summary>
    private void KeepIfIdle()
    {
        _group.AssertGateIsHeld();
        if (IsBeingRead || _isEnded || _isClosed || _kept is { IsAtEnd: true })
        {
            return;
        }

        if (_isUnread)
        {
            Keep(_group.MaxUnread, drops: _hasChildExited || _group.IsWanted(this));
        }
        else if (_hasChildExited)
        {
            Keep(Math.Max(_group.MaxUnread, MaxAfterExit), drops: false);
        }
        else if (_isWanted || (_readers == 0 && _group.IsWanted(this)))
        {
            Keep(_group.MaxUnread, drops: false);
        }
    }

    private void Keep(long limit, bool drops)
    {
        _kept ??= new KeptOutput(OnPaused, OnKeptEnd);
        if (_kept.Keep(limit, drops) && (!_isCollecting || _isStopping))
        {
            (_isCollecting, _isStopping) = (true, false);
            _pipe.CollectTo(_kept);
        }
    }

    /// <summary>
    /// Called when the kept output has reached its limit: from here on, the child is blocked unless somebody needs it to run.
    /// </summary>
    private void OnPaused()
    {
        lock (_group.Gate)
        {
            // Checked rather than assumed, because a reader may have come and gone since the pause.
            _isStopping = _isCollecting = _isCollecting && !_pipe.StopCollecting();
            KeepIfIdle();
        }
    }

    private void OnKeptEnd()
    {
        bool deliversEnd;
        lock (_group.Gate)
        {
            _isCollecting = false;
            deliversEnd = _deliversEnd;
        }

        if (!deliversEnd)
        {
            OnEnded();
        }
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
