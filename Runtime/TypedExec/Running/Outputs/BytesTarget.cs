using TypedExec.IO;

namespace TypedExec.Running.Outputs;

/// <summary>A caller's delegate.</summary>
internal sealed class BytesTarget(Output output) : SharedTarget(output)
{
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> _take = output.Bytes!;

    protected override ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _take(bytes, cancellationToken);
}
