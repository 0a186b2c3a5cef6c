namespace TypedExec.IO;

/// <summary>The output of a child that could not be started: at its end.</summary>
internal sealed class EmptyReadPipe : ReadPipe
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => new(0);

    public override int Read(Span<byte> buffer) => 0;

    /// <summary>The sink gets its end later: who makes this call may hold a lock.</summary>
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

/// <summary>The input of a child that could not be started: nobody reads it.</summary>
internal sealed class BrokenWritePipe : WritePipe
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.FromException(BrokenPipe());

    public override void Write(ReadOnlySpan<byte> bytes) => throw BrokenPipe();

    public override void Close()
    {
    }

    private static IOException BrokenPipe() => new("write EPIPE: the child was never started.");
}
