namespace TypedExec.IO;

/// <summary>A caller's stream, or this process's own stdout or stderr. It stays open.</summary>
internal sealed class StreamTarget(Output output, Stream stream) : SharedTarget(output)
{
    protected override ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => stream.WriteAsync(bytes, cancellationToken);

    protected override ValueTask FinishAsync(CancellationToken cancellationToken) => new(stream.FlushAsync(cancellationToken));
}
