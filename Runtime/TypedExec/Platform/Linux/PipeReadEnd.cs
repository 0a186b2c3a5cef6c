using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>Reads a non-blocking pipe straight into the caller's buffer, waiting on the event loop.</summary>
internal sealed class PipeReadEnd : ReadEnd, IReadinessHandler
{
    /// <summary>How many bytes one child may be read at a stretch before the loop serves the others.</summary>
    private const int CollectBudget = 1024 * 1024;

    private const int SmallRead = 4 * 1024;

    private readonly object _gate = new();
    private readonly PipeEnd _end;
    private PendingCall? _pending;
    private Memory<byte> _buffer;
    private IByteSink? _sink;
    private bool _closesWhenEmpty;

    public PipeReadEnd(int descriptor) => _end = new PipeEnd(descriptor, Constants.EPOLLIN, this);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(ct);
        }

        PendingCall pending;
        short version;
        lock (_gate)
        {
            if (_pending is { IsActive: true })
            {
                throw new InvalidOperationException("A read of this output is under way already; await it first.");
            }

            if (TryRead(buffer.Span, out var count))
            {
                return new ValueTask<int>(count);
            }

            _end.WatchEdges();
            pending = _pending ??= new PendingCall(_gate);
            version = pending.Begin();
            _buffer = buffer;
        }

        pending.ObserveCancellation(ct, version);
        return new ValueTask<int>(pending, version);
    }

    public override int Read(Span<byte> buffer)
    {
        lock (_gate)
        {
            int count;
            while (!TryRead(buffer, out count))
            {
                _end.WatchEdges();
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
                _end.WatchLevel();
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
                ended = Collect(_sink) ? null : _sink;
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

    private void CompleteFromDescriptor(PendingCall pending)
    {
        try
        {
            if (TryRead(_buffer.Span, out var count))
            {
                _buffer = default;
                pending.Complete(count);
            }
        }
        catch (IOException exception)
        {
            pending.Fail(exception);
        }
    }

    /// <summary>Reads for the sink; false at the end.</summary>
    private bool Collect(IByteSink sink)
    {
        var scratch = EventLoop.Instance.Scratch;
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

            if (count < SmallRead)
            {
                // The pipe is most likely empty now; being level-triggered, the loop tells if it is not.
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
            return true;
        }

        count = Descriptor.Read(_end.Descriptor, buffer);
        switch (count)
        {
            case > 0:
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

    private void CloseDescriptor()
    {
        _end.Close();
        Monitor.PulseAll(_gate);
    }
}
