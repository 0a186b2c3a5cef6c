namespace TypedExec.Testing.Streams;

/// <summary>
/// A pipe in memory that behaves like the kernel's: it blocks the writer when it is full and the reader when it is empty, and
/// each side notices when the other one is closed.
/// </summary>
/// <param name="written">Called with everything that is written, or null.</param>
internal sealed class MemoryPipe(Action<ReadOnlySpan<byte>>? written = null)
{
    /// <summary>As Linux's.</summary>
    public const int Capacity = 64 * 1024;

    private readonly object _gate = new();
    private byte[]? _ring;
    private int _start;
    private int _count;
    private bool _isWriterClosed;
    private bool _isReaderClosed;
    private TaskCompletionSource? _change;

    /// <summary>Reads the available bytes and waits for at least one. Returns 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task change;
            lock (_gate)
            {
                if (TryRead(buffer.Span, out var count))
                {
                    return count;
                }

                change = Change();
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the available bytes and blocks the calling thread for at least one. Returns 0 at the end.</summary>
    public int Read(Span<byte> buffer)
    {
        lock (_gate)
        {
            int count;
            while (!TryRead(buffer, out count))
            {
                Monitor.Wait(_gate);
            }

            return count;
        }
    }

    /// <summary>Writes all the bytes and waits while the pipe is full.</summary>
    /// <exception cref="IOException">There is no reader any more (EPIPE).</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task change;
            lock (_gate)
            {
                bytes = bytes[TryWrite(bytes.Span)..];
                if (bytes.IsEmpty)
                {
                    return;
                }

                change = Change();
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes all the bytes and blocks the calling thread while the pipe is full.</summary>
    /// <exception cref="IOException">There is no reader any more (EPIPE).</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            while (!(bytes = bytes[TryWrite(bytes)..]).IsEmpty)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>The reader gets what is still in the pipe, and then the end.</summary>
    public void CloseWriter()
    {
        lock (_gate)
        {
            _isWriterClosed = true;
            Signal();
        }
    }

    /// <summary>All further writes fail, and the content of the pipe is lost.</summary>
    public void CloseReader()
    {
        lock (_gate)
        {
            _isReaderClosed = true;
            _count = 0;
            _ring = null;
            Signal();
        }
    }

    private bool TryRead(Span<byte> buffer, out int count)
    {
        count = Math.Min(buffer.Length, _count);
        if (count == 0)
        {
            return buffer.IsEmpty || _isWriterClosed || _isReaderClosed;
        }

        var first = Math.Min(count, Capacity - _start);
        _ring.AsSpan(_start, first).CopyTo(buffer);
        _ring.AsSpan(0, count - first).CopyTo(buffer[first..]);
        _start = (_start + count) % Capacity;
        _count -= count;
        Signal();
        return true;
    }

    private int TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (_isReaderClosed || _isWriterClosed)
        {
            throw new BrokenPipeException();
        }

        var count = Math.Min(bytes.Length, Capacity - _count);
        if (count == 0)
        {
            return 0;
        }

        _ring ??= GC.AllocateUninitializedArray<byte>(Capacity);
        var end = (_start + _count) % Capacity;
        var first = Math.Min(count, Capacity - end);
        bytes[..first].CopyTo(_ring.AsSpan(end));
        bytes[first..count].CopyTo(_ring);
        _count += count;
        written?.Invoke(bytes[..count]);
        Signal();
        return count;
    }

    private Task Change() => (_change ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Signal()
    {
        Monitor.PulseAll(_gate);
        _change?.TrySetResult();
        _change = null;
    }
}
