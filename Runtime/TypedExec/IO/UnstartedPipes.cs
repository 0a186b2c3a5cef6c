namespace TypedExec.IO;

/// <summary>The output of a child that couldn't be started, which is at its end.</summary>
internal sealed class EmptyReadPipe : ReadPipe
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => new(0);

    public override int Read(Span<byte> buffer) => 0;

    /// <summary>Gives the sink its end later, because the caller may hold a lock.</summary>
    public override void CollectTo(IByteSink sink)
        => ThreadPool.UnsafeQueueUserWorkItem(static sink => sink.End(), sink, preferLocal: false);

    public override bool StopCollecting() => true;

    public override void CloseWhenEmpty()
    {
    }

    public override void CloseKeepingRest()
    {
    }

    public override void Close()
    {
    }
}

/// <summary>The input of a child that couldn't be started, which has no reader.</summary>
internal sealed class BrokenWritePipe : WritePipe
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.FromException(BrokenPipe());

    public override void Write(ReadOnlySpan<byte> bytes) => throw BrokenPipe();

    public override void Close()
    {
    }

    private static IOException BrokenPipe() => new("write EPIPE: the child was never started.");
}
