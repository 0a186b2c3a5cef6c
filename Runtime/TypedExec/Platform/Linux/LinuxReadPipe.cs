using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>Reads a non-blocking pipe straight into the caller's buffer and waits on the event loop.</summary>
internal sealed partial class LinuxReadPipe : ReadPipe, IReadinessHandler, IThreadPoolWorkItem
{
    private readonly object _gate = new();
    private PipeDescriptor _end;
    private PendingCall? _pending;
    private Memory<byte> _buffer;
    private PipeFlow _flow;
    private bool _closesWhenEmpty;
    private ReadOnlyMemory<byte> _rest;

    public LinuxReadPipe(int descriptor) => _end = new PipeDescriptor(descriptor, Constants.EPOLLIN, this);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        PendingCall pending;
        short version;
        lock (_gate)
        {
            if (TryRead(buffer.Span, out var count) || (_flow.PauseForFastWriter() && TryRead(buffer.Span, out count)))
            {
                return new ValueTask<int>(count);
            }

            _end.WatchOnce();
            pending = _pending ??= new PendingCall(_gate);
            version = pending.Begin();
            _buffer = buffer;
        }

        pending.ObserveCancellation(cancellationToken, version);
        return new ValueTask<int>(pending, version);
    }

    public override int Read(Span<byte> buffer)
    {
        lock (_gate)
        {
            int count;
            while (!TryRead(buffer, out count))
            {
                _end.WatchOnce();
                Monitor.Wait(_gate);
            }

            return count;
        }
    }

    /// <summary>Calls a delegate with the descriptor, unless that was closed.</summary>
    public void Use(Action<int> call)
    {
        lock (_gate)
        {
            if (!_end.IsClosed)
            {
                call(_end.Descriptor);
            }
        }
    }

    public override void CloseWhenEmpty()
    {
        lock (_gate)
        {
            _closesWhenEmpty = true;
            if (_sink is not null && !_isPaused && !_end.IsClosed)
            {
                // No event reports that there is nothing more, so it is checked, off the caller's thread.
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            if (_pending is { IsActive: true })
            {
                CompleteFromDescriptor(_pending);
            }
        }
    }

    public override void CloseKeepingRest()
    {
        lock (_gate)
        {
            if (_end.IsClosed)
            {
                return;
            }

            _rest = Descriptor.ReadRest(_end.Descriptor);
            CloseDescriptor();
            if (_pending is { IsActive: true })
            {
                CompleteFromDescriptor(_pending);
            }
        }

        EndSink();
    }

    public override void Close()
    {
        lock (_gate)
        {
            if (_end.IsClosed)
            {
                return;
            }

            CloseDescriptor();
            if (_pending is { IsActive: true })
            {
                _pending.Complete(0);
            }
        }

        EndSink();
    }

    void IReadinessHandler.OnReady()
    {
        IByteSink? sink;
        var progress = Progress.Waits;
        lock (_gate)
        {
            sink = _sink;
            if (_end.IsClosed || (sink is not null && _isPaused))
            {
                return;
            }

            if (sink is not null)
            {
                progress = Collect(sink, EventLoop.Instance.Scratch);
                if (progress == Progress.Waits && !_flow.IsFast)
                {
                    _end.WatchOnce();
                }
            }
            else if (_pending is { IsActive: true })
            {
                CompleteFromDescriptor(_pending);
            }
            else
            {
                Monitor.PulseAll(_gate);
            }
        }

        if (sink is not null && !Report(sink, progress) && _flow.IsFast)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void CompleteFromDescriptor(PendingCall pending)
    {
        try
        {
            if (TryRead(_buffer.Span, out var count))
            {
                _buffer = default;
                pending.Complete(count);
            }
            else
            {
                _end.WatchOnce();
            }
        }
        catch (IOException exception)
        {
            pending.Fail(exception);
        }
    }

    /// <summary>Returns false if there is nothing to read yet.</summary>
    private bool TryRead(Span<byte> buffer, out int count)
    {
        count = 0;
        if (_end.IsClosed || buffer.IsEmpty)
        {
            count = TakeRest(buffer);
            return true;
        }

        count = Descriptor.Read(_end.Descriptor, buffer);
        switch (count)
        {
            case > 0:
                _flow.OnRead(_end.Descriptor, count);
                return true;
            case -Errno.EAGAIN when !_closesWhenEmpty:
                return false;
            // A peer that closed its socket with unread bytes in it, or a terminal that nobody has open any more: the end, as
            // with a pipe.
            case 0 or -Errno.ECONNRESET or -Errno.EIO or -Errno.EAGAIN:
                count = 0;
                CloseDescriptor();
                return true;
            default:
                throw new IOException($"read: {Errno.Name(-count)}");
        }
    }

    private int TakeRest(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    private void CloseDescriptor()
    {
        _end.Close();
        Monitor.PulseAll(_gate);
    }
}
