using TypedExec.IO;

namespace TypedExec;

/// <summary>Represents the child's stdin, or another descriptor that it reads from (Node's <c>subprocess.stdin</c>).</summary>
/// <remarks>
/// Writes go straight to the pipe, and wait without blocking a thread while it is full. Disposing it closes the child's input.
/// </remarks>
public sealed class ChildInput : Stream
{
    private readonly WritePipe _end;
    private volatile bool _isDisposed;
    private int _isWriting;

    internal ChildInput(WritePipe end) => _end = end;

    /// <inheritdoc cref="WritePipe.EndsAlone"/>
    internal bool EndsAlone => _end.EndsAlone;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !_isDisposed;

    /// <summary>Not supported: a pipe has no length.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported: a pipe has no position.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes all the bytes to the child.</summary>
    /// <exception cref="IOException">The child has closed its input or has exited (EPIPE).</exception>
    /// <exception cref="InvalidOperationException">Another write is in progress; await it first.</exception>
    /// <inheritdoc cref="Stream.WriteAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        BeginWrite();
        var write = default(ValueTask);
        try
        {
            write = _end.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            if (write.IsCompleted)
            {
                EndWrite();
            }
        }

        return write.IsCompleted ? write : AwaitAsync(write);
    }

    /// <inheritdoc cref="WriteAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Writes all the bytes to the child and blocks the calling thread while the pipe is full.</summary>
    /// <exception cref="IOException">The child has closed its input or has exited (EPIPE).</exception>
    /// <inheritdoc cref="Stream.Write(ReadOnlySpan{byte})"/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        BeginWrite();
        try
        {
            _end.Write(buffer);
        }
        finally
        {
            EndWrite();
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <summary>Does nothing, because writes are not buffered.</summary>
    public override void Flush()
    {
    }

    /// <summary>Does nothing, because writes are not buffered.</summary>
    /// <inheritdoc cref="Stream.FlushAsync(CancellationToken)"/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Read(byte[], int, int)"/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Seek"/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.SetLength"/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc cref="WritePipe.FeedAsync"/>
    internal Task FeedAsync(ReadOnlyMemory<byte> input) => _end.FeedAsync(input);

    /// <summary>Closes the parent's end without marking the stream as disposed: later writes fail with EPIPE.</summary>
    internal void CloseEnd() => _end.Close();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        _end.Close();
        base.Dispose(disposing);
    }

    private async ValueTask AwaitAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        finally
        {
            EndWrite();
        }
    }

    private void BeginWrite()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) != 0)
        {
            throw new InvalidOperationException("Another write to this input is in progress; await it first.");
        }
    }

    private void EndWrite() => Volatile.Write(ref _isWriting, 0);
}
