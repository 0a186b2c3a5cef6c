using System.Buffers;
using System.Runtime.CompilerServices;

namespace TypedExec;

/// <content>The members of <see cref="Stream"/>.</content>
public sealed partial class ChildOutput
{
    /// <summary>Gets a value that indicates whether the output can be read. It is true until the output is disposed.</summary>
    public override bool CanRead => !_isDisposed;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Not supported: a pipe has no length.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported: a pipe has no position.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the output that is available, at least one byte. Returns 0 at the end of the output.</summary>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read in time.</exception>
    /// <inheritdoc cref="Stream.ReadAsync(Memory{byte}, CancellationToken)"/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ReadNextAsync(buffer, cancellationToken);
    }

    /// <inheritdoc cref="ReadAsync(Memory{byte}, CancellationToken)"/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>
    /// Reads the output that is available, and blocks the calling thread until there is at least one byte. Returns 0 at the end
    /// of the output.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read in time.</exception>
    /// <inheritdoc cref="Stream.Read(Span{byte})"/>
    public override int Read(Span<byte> buffer)
    {
        EnterAsync().AsTask().GetAwaiter().GetResult();
        try
        {
            if (Reader.IsEmpty && !buffer.IsEmpty)
            {
                return _source.Read(buffer);
            }

            if (!Reader.IsReady)
            {
                _ = Reader.ReadMore();
            }

            return Reader.Take(buffer);
        }
        finally
        {
            Reader.Leave();
        }
    }

    /// <inheritdoc cref="Read(Span{byte})"/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        await EnterAsync(isLoop: true).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bufferSize, 64 * 1024));
        try
        {
            int count;
            while ((count = await ReadHereAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            LeaveLoop();
        }
    }

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Write(byte[], int, int)"/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Does nothing.</summary>
    public override void Flush()
    {
    }

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Seek"/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.SetLength"/>
    public override void SetLength(long value) => throw new NotSupportedException();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadNextAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await EnterAsync().ConfigureAwait(false);
        try
        {
            return await ReadHereAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Reader.Leave();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadHereAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (Reader.IsEmpty && !buffer.IsEmpty)
        {
            return await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        while (!Reader.IsReady && !buffer.IsEmpty && await Reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return Reader.Take(buffer.Span);
    }
}
