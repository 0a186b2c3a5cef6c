namespace TypedExec.IO;

/// <summary>A target that waits for its turn, because one <see cref="Output"/> may be used in several places.</summary>
/// <param name="output">The user's output.</param>
internal abstract class SharedTarget(Output output) : OutputTarget
{
    public sealed override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await output.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await TakeAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            output.Turn.Release();
        }
    }

    public sealed override async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        await output.Turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await FinishAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            output.Turn.Release();
        }
    }

    protected abstract ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    protected virtual ValueTask FinishAsync(CancellationToken cancellationToken) => default;
}
