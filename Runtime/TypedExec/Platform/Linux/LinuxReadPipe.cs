using System.Buffers;
using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>Reads a non-blocking pipe straight into the caller's buffer, waiting on the event loop.</summary>
internal sealed class LinuxReadPipe : ReadPipe, IReadinessHandler, IThreadPoolWorkItem
{
    /// <summary>How many bytes one child may be read at a stretch before others are served.</summary>
    private const int CollectBudget = 1024 * 1024;

    private const int SmallRead = 4 * 1024;

    private readonly object _gate = new();
    private readonly PipeDescriptor _end;
    private PendingCall? _pending;
    private Memory<byte> _buffer;
    private IByteSink? _sink;
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

    public override void CollectTo(IByteSink sink)
    {
        lock (_gate)
        {
            _sink = sink;
            if (!_end.IsClosed)
            {
                _end.WatchOnce();
                return;
            }
        }

        sink.End();
    }

    public override void CloseWhenEmpty()
    {
        lock (_gate)
        {
            _closesWhenEmpty = true;
            if (_pending is { IsActive: true })
            {
                CompleteFromDescriptor(_pending);
            }
        }
    }

    public override void CloseKeepingRest()
    {
        IByteSink? sink;
        lock (_gate)
        {
            if (_end.IsClosed)
            {
                return;
            }

            sink = _sink;
            _rest = Descriptor.ReadRest(_end.Descriptor);
            CloseDescriptor();
            if (_pending is { IsActive: true })
            {
                CompleteFromDescriptor(_pending);
            }

            _ = sink?.Write(_rest.Span);
        }

        sink?.End();
    }

    public override void Close()
    {
        IByteSink? sink;
        lock (_gate)
        {
            if (_end.IsClosed)
            {
                return;
            }

            sink = _sink;
            CloseDescriptor();
            if (_pending is { IsActive: true })
            {
                _pending.Complete(0);
            }
        }

        sink?.End();
    }

    void IReadinessHandler.OnReady()
    {
        IByteSink? ended = null;
        lock (_gate)
        {
            if (_end.IsClosed)
            {
                return;
            }

            if (_sink is not null)
            {
                if (!Collect(_sink, EventLoop.Instance.Scratch))
                {
                    ended = _sink;
                }
                else if (_flow.IsFast)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                }
                else
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

        ended?.End();
    }

    /// <summary>What comes fast is collected here, off the loop's thread, which has the other children to serve.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var scratch = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var isAtEnd = false;
        while (!isAtEnd)
        {
            lock (_gate)
            {
                if (_end.IsClosed)
                {
                    break;
                }

                if (!Collect(_sink!, scratch))
                {
                    isAtEnd = true;
                }
                else if (!_flow.PauseForFastWriter())
                {
                    _end.WatchOnce();
                    break;
                }
            }
        }

        ArrayPool<byte>.Shared.Return(scratch);
        if (isAtEnd)
        {
            _sink!.End();
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

    /// <summary>Reads for the sink; false at the end.</summary>
    private bool Collect(IByteSink sink, Span<byte> scratch)
    {
        for (var total = 0; total < CollectBudget;)
        {
            var count = Descriptor.Read(_end.Descriptor, sink, scratch);
            if (count == -Errno.EAGAIN)
            {
                return true;
            }

            if (count <= 0)
            {
                CloseDescriptor();
                return false;
            }

            _flow.OnRead(_end.Descriptor, count);
            if (count < SmallRead)
            {
                // The pipe is most likely empty now; if it is not, the loop tells at once.
                return true;
            }

            total += count;
        }

        return true;
    }

    /// <summary>False when there is nothing to read yet.</summary>
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
            // A peer that closed its socket with unread bytes in it: the end, as with a pipe.
            case 0 or -Errno.ECONNRESET or -Errno.EAGAIN:
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
