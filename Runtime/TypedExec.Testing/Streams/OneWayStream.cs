namespace TypedExec.Testing.Streams;

/// <summary>The base of streams that can't seek and can only read or only write.</summary>
internal abstract class OneWayStream : Stream
{
    public override bool CanRead => false;

    public override bool CanWrite => false;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}

/// <summary>The reading end of a pipe.</summary>
internal sealed class PipeReadStream(MemoryPipe pipe) : OneWayStream
{
    public override bool CanRead => true;

    public override int Read(Span<byte> buffer) => pipe.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => pipe.ReadAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing) => pipe.CloseReader();
}

/// <summary>The writing end of a pipe.</summary>
internal sealed class PipeWriteStream(MemoryPipe pipe) : OneWayStream
{
    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer) => pipe.Write(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => pipe.WriteAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing) => pipe.CloseWriter();
}

/// <summary>Both directions of a descriptor.</summary>
internal sealed class DuplexStream(Stream reading, Stream writing) : OneWayStream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override int Read(Span<byte> buffer) => reading.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => reading.ReadAsync(buffer, cancellationToken);

    public override void Write(ReadOnlySpan<byte> buffer) => writing.Write(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => writing.WriteAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reading.Dispose();
            writing.Dispose();
        }
    }
}

/// <summary>Also passes what is read from another stream to an observer.</summary>
internal sealed class ObservedStream(Stream inner, Action<ReadOnlySpan<byte>> read) : OneWayStream
{
    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read(buffer[..count]);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        read(buffer.Span[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
    }
}
