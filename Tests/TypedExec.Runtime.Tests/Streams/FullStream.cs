namespace TypedExec.Tests.Streams;

/// <summary>Accepts nothing, like a stream whose reader has gone away; or accepts it slowly.</summary>
internal sealed class FullStream : MemoryStream
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _pending;

    public Task Entered => _entered.Task;

    /// <summary>Gets or sets whether it ignores the cancellation of a write.</summary>
    public bool IsDeaf { get; init; }

    public bool IsSlow { get; init; }

    public int Pending => _pending;

    public int Written { get; private set; }

    public bool HasOverlapped { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        HasOverlapped |= Interlocked.Increment(ref _pending) > 1;
        _entered.TrySetResult();
        try
        {
            await Task.Delay(IsSlow ? 1 : Timeout.Infinite, IsDeaf ? CancellationToken.None : cancellationToken);
            Written += buffer.Length;
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }
}
