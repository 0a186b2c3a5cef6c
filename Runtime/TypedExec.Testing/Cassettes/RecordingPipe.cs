using TypedExec.IO;

namespace TypedExec.Testing.Cassettes;

/// <summary>Forwards a child's output and keeps all of it.</summary>
internal sealed class RecordingPipe(ReadPipe inner, RecordedBytes record) : ReadPipe
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        record.Add(buffer.Span[..count]);
        return count;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        record.Add(buffer[..count]);
        return count;
    }

    public override void CollectTo(IByteSink sink) => inner.CollectTo(new RecordingSink(sink, record));

    public override bool StopCollecting() => inner.StopCollecting();

    public override void CloseWhenEmpty() => inner.CloseWhenEmpty();

    public override void CloseKeepingRest() => inner.CloseKeepingRest();

    public override void Close() => inner.Close();

    private sealed class RecordingSink(IByteSink inner, RecordedBytes record) : IByteSink
    {
        /// <summary>Gets an empty span: all output that is taken passes through <see cref="Write"/>.</summary>
        public Span<byte> Free => [];

        public int Wanted => inner.Wanted;

        public void Advance(int count)
        {
        }

        public bool Write(ReadOnlySpan<byte> bytes)
        {
            record.Add(bytes);
            return inner.Write(bytes);
        }

        public void Paused() => inner.Paused();

        public void OnShortage(OutOfMemoryException shortage) => inner.OnShortage(shortage);

        public void End() => inner.End();
    }
}

/// <summary>The output of one descriptor.</summary>
internal sealed class RecordedBytes(int descriptor)
{
    private readonly Lock _gate = new();
    private readonly MemoryStream _bytes = new();

    public int Descriptor => descriptor;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            _bytes.Write(bytes);
        }
    }

    public byte[] ToArray()
    {
        lock (_gate)
        {
            return _bytes.ToArray();
        }
    }
}
