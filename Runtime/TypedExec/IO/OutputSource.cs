using System.Runtime.CompilerServices;

namespace TypedExec.IO;

/// <summary>
/// The pipe of one output, and whose turn it is to read it: a reader, a capturing call, or while nobody reads what keeps
/// the output for later. Never two at a time.
/// </summary>
internal sealed partial class OutputSource : IEndObserver
{
    /// <summary>More than any pipe holds, so that the end is seen when a child exits whose reader is slow.</summary>
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
    /// <param name="observer">Hears once that the output has ended and the handlers have had it all.</param>
    public OutputSource(ReadPipe pipe, OutputGroup group, IEndObserver observer)
    {
        _pipe = pipe;
        _group = group;
        _observer = observer;
        group.Add(this);
    }

    /// <summary>The next output of the group, which has them as a chain.</summary>
    public OutputSource? NextInGroup { get; set; }

    /// <summary>Whether the child is not held by this output, as it is being read. To be asked with the group's gate held.</summary>
    public bool IsBeingRead
    {
        get
        {
            _group.AssertGateIsHeld();
            return _isReading || _isLooping || _isCaptured;
        }
    }

    /// <summary>Gives the handlers of its data what goes to targets only; null where it does not.</summary>
    public PassingFeed? Passing { get; private set; }

    /// <summary>Starts to keep what nobody reads.</summary>
    public void Start()
    {
        lock (_group.Gate)
        {
            KeepIfIdle();
        }
    }

    /// <summary>Reads what was kept, and then the pipe.</summary>
    /// <exception cref="InvalidOperationException">The output is captured, or another read is under way.</exception>
    /// <exception cref="IOException">Output was dropped, as nobody read it.</exception>
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

    /// <summary>Somebody begins to read more than once, at a pace of their own.</summary>
    public void AddReader()
    {
        lock (_group.Gate)
        {
            _readers++;
        }
    }

    /// <summary>A reader has left: what comes from now on is kept for the next.</summary>
    public void RemoveReader()
    {
        lock (_group.Gate)
        {
            _readers--;
            Leave();
        }
    }

    /// <summary>
    /// Leaves the output to who reads it on and on without being asked, so that it is never kept in between: a slow one
    /// slows the child.
    /// </summary>
    /// <param name="deliversEnd">Whether the output has ended only when they say so, by <see cref="EndLoop"/>.</param>
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
    /// <param name="isAtEnd">Whether all was read.</param>
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

    /// <summary>The one who read last has left for good: the output is unread again.</summary>
    public void Release()
    {
        lock (_group.Gate)
        {
            Leave();
        }
    }

    /// <summary>Somebody waits for the child, or reads another of its outputs. Called with the group's gate held.</summary>
    public void OnWanted()
    {
        _group.AssertGateIsHeld();
        if (!_isEnded && !IsBeingRead && !_isClosed)
        {
            _isWanted = true;
            KeepIfIdle();
        }
    }

    /// <summary>The child has exited: what nobody is reading is taken out of the pipe.</summary>
    public void OnChildExited()
    {
        lock (_group.Gate)
        {
            _hasChildExited = true;
            KeepIfIdle();
        }
    }

    /// <summary>Gives up on what has not been read yet.</summary>
    public void Close()
    {
        CloseBy(static pipe => pipe.Close());
        _kept?.Clear();
    }

    /// <summary>Gives up on what a descendant may still write; what is there already is not lost.</summary>
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
                throw new InvalidOperationException("A read of this output is under way already; await it first.");
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

    /// <summary>Takes what was kept; false when there is nothing, or not yet.</summary>
    private bool TryTake(Span<byte> buffer, out int count, out bool isPipeFree)
    {
        // Asked first: what is collected meanwhile comes before its end.
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
                $"{dropped:N0} bytes of this output were dropped: nobody read it, and more than {_group.MaxUnread:N0} bytes of it came. "
                + $"Read it while the child runs, or raise {nameof(SpawnOptions.MaxUnread)}.");
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

    /// <summary>Begins to keep what comes where nobody reads and nobody is to be held back. Called with the gate held.</summary>
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

    /// <summary>What is kept has reached its limit: the child is held from here on, unless somebody wants it not to be.</summary>
    private void OnPaused()
    {
        lock (_group.Gate)
        {
            // Asked, not taken for granted: a reader may have come and left since the pause.
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
