using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>Writes to a non-blocking pipe straight from the caller's buffer and waits on the event loop.</summary>
internal sealed class LinuxWritePipe : WritePipe, IReadinessHandler
{
    private readonly object _gate = new();
    private PipeDescriptor _end;
    private readonly bool _isSocket;
    private PendingCall? _pending;
    private ReadOnlyMemory<byte> _rest;

    /// <param name="descriptor">The pipe's end, or a socket whose other direction has its own descriptor.</param>
    /// <param name="isSocket">True if closing must shut down the socket's sending side for the child to see the end.</param>
    public LinuxWritePipe(int descriptor, bool isSocket)
    {
        _end = new PipeDescriptor(descriptor, Constants.EPOLLOUT, this);
        _isSocket = isSocket;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        PendingCall pending;
        short version;
        lock (_gate)
        {
            var written = WriteSome(bytes.Span);
            if (written == bytes.Length)
            {
                return ValueTask.CompletedTask;
            }

            _end.WatchOnce();
            pending = _pending ??= new PendingCall(_gate);
            version = pending.Begin();
            _rest = bytes[written..];
        }

        pending.ObserveCancellation(cancellationToken, version);
        return new ValueTask(pending, version);
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            while (true)
            {
                bytes = bytes[WriteSome(bytes)..];
                if (bytes.IsEmpty)
                {
                    return;
                }

                _end.WatchOnce();
                Monitor.Wait(_gate);
            }
        }
    }

    public override void Close()
    {
        lock (_gate)
        {
            if (_end.IsClosed)
            {
                return;
            }

            if (_isSocket)
            {
                _ = LibC.Shutdown(_end.Descriptor, Constants.SHUT_WR);
            }

            _end.Close();
            Monitor.PulseAll(_gate);
            if (_pending is { IsActive: true })
            {
                _pending.Fail(BrokenPipe());
            }
        }
    }

    void IReadinessHandler.OnReady()
    {
        lock (_gate)
        {
            if (_end.IsClosed)
            {
                return;
            }

            if (_pending is { IsActive: true })
            {
                Continue(_pending);
            }
            else
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Continue(PendingCall pending)
    {
        try
        {
            _rest = _rest[WriteSome(_rest.Span)..];
            if (_rest.IsEmpty)
            {
                pending.Complete(0);
            }
            else
            {
                _end.WatchOnce();
            }
        }
        catch (IOException exception)
        {
            _rest = default;
            pending.Fail(exception);
        }
    }

    /// <summary>Writes until everything is written or the pipe is full, and returns how much was written.</summary>
    private int WriteSome(ReadOnlySpan<byte> bytes)
    {
        var written = 0;
        while (written < bytes.Length)
        {
            if (_end.IsClosed)
            {
                throw BrokenPipe();
            }

            switch (Descriptor.Write(_end.Descriptor, bytes[written..]))
            {
                case -Errno.EAGAIN:
                    return written;
                case -Errno.EPIPE or -Errno.ECONNRESET or -Errno.EIO:
                    throw BrokenPipe();
                case < 0 and var error:
                    throw new IOException($"write: {Errno.Name(-error)}");
                case var count:
                    written += count;
                    break;
            }
        }

        return written;
    }

    private static IOException BrokenPipe() => new("write EPIPE: the child no longer reads this input.");
}
