namespace TypedExec.IO;

/// <summary>A stream of the caller's, or this process's own stdout or stderr; it stays open.</summary>
internal sealed class StreamTarget(Output output, Stream stream) : SharedTarget(output)
{
    protected override ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => stream.WriteAsync(bytes, cancellationToken);

    protected override ValueTask FinishAsync(CancellationToken cancellationToken) => new(stream.FlushAsync(cancellationToken));
}
