using TypedExec.IO;

namespace TypedExec.Telemetry;

/// <summary>Counts what a child writes.</summary>
internal sealed class CountingReadPipe(ReadPipe pipe, ChildTrace trace, int stream) : ReadPipe
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await pipe.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        trace.Count(stream, count);
        return count;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = pipe.Read(buffer);
        trace.Count(stream, count);
        return count;
    }

    public override void CollectTo(IByteSink sink) => pipe.CollectTo(new CountingSink(sink, trace, stream));

    public override bool StopCollecting() => pipe.StopCollecting();

    public override void CloseWhenEmpty() => pipe.CloseWhenEmpty();

    public override void CloseKeepingRest() => pipe.CloseKeepingRest();

    public override void Close() => pipe.Close();

    private sealed class CountingSink(IByteSink sink, ChildTrace trace, int stream) : IByteSink
    {
        public Span<byte> Free => sink.Free;

        public int Wanted => sink.Wanted;

        public void Advance(int count)
        {
            trace.Count(stream, count);
            sink.Advance(count);
        }

        public bool Write(ReadOnlySpan<byte> bytes)
        {
            trace.Count(stream, bytes.Length);
            return sink.Write(bytes);
        }

        public void Paused() => sink.Paused();

        public void OnShortage(OutOfMemoryException shortage) => sink.OnShortage(shortage);

        public void End() => sink.End();
    }
}

/// <summary>Counts what is written to a child.</summary>
internal sealed class CountingWritePipe(WritePipe pipe, ChildTrace trace) : WritePipe
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await pipe.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        trace.Count(0, bytes.Length);
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        pipe.Write(bytes);
        trace.Count(0, bytes.Length);
    }

    public override void Close() => pipe.Close();
}
