namespace TypedExec;

/// <summary>
/// Represents one of the child's descriptors from 3 on, with both directions of its socket (on Windows, its named pipe) as one
/// stream (Node's <c>subprocess.stdio[3]</c>).
/// </summary>
/// <remarks><see cref="ChildProcess.Stdio"/> contains one for each <see cref="Stdio.Pipe"/> in that range.</remarks>
public sealed class ChildDuplex : Stream
{
    private readonly ChildInput _input;
    private readonly ChildOutput _output;

    internal ChildDuplex(ChildInput input, ChildOutput output)
    {
        _input = input;
        _output = output;
    }

    /// <inheritdoc/>
    public override bool CanRead => _output.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <summary>
    /// Gets a value that indicates whether the stream can be written to. It is false after <see cref="CompleteWriting"/>.
    /// </summary>
    public override bool CanWrite => _input.CanWrite;

    /// <summary>Not supported: a socket has no length.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported: a socket has no position.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Closes the parent's writing side, so that the child reads to the end; what the child writes can still be read (Node's
    /// <c>end()</c>).
    /// </summary>
    /// <remarks>Await pending writes first, because they fail. Calling it again has no effect.</remarks>
    /// <exception cref="PlatformNotSupportedException">
    /// On Windows, where a pipe can only be closed in both directions at once: dispose the stream, or use one descriptor for
    /// each direction.
    /// </exception>
    public void CompleteWriting()
    {
        if (!_input.EndsAlone)
        {
            throw new PlatformNotSupportedException(
                "A pipe on Windows can only be closed in both directions at once: dispose the stream, or use one descriptor for each direction.");
        }

        _input.Dispose();
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => _output.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => _output.ReadAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => _output.Read(buffer);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => _output.Read(buffer, offset, count);

    /// <inheritdoc cref="ChildInput.WriteAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    /// <exception cref="ObjectDisposedException"><see cref="CompleteWriting"/> was called, or the stream was disposed.</exception>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => _input.WriteAsync(buffer, cancellationToken);

    /// <inheritdoc cref="WriteAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => _input.WriteAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc cref="ChildInput.Write(ReadOnlySpan{byte})"/>
    public override void Write(ReadOnlySpan<byte> buffer) => _input.Write(buffer);

    /// <inheritdoc cref="ChildInput.Write(ReadOnlySpan{byte})"/>
    public override void Write(byte[] buffer, int offset, int count) => _input.Write(buffer, offset, count);

    /// <summary>Does nothing, because writes are not buffered.</summary>
    public override void Flush()
    {
    }

    /// <summary>Does nothing, because writes are not buffered.</summary>
    /// <inheritdoc cref="Stream.FlushAsync(CancellationToken)"/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Seek"/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.SetLength"/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Closes both directions.</summary>
    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _input.Dispose();
            _output.Dispose();
        }

        base.Dispose(disposing);
    }
}
