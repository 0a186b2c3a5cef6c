using TypedExec.IO;

namespace TypedExec.Platform.Managed;

/// <summary>Writes to a pipe through a .NET stream, which waits without blocking a thread.</summary>
/// <param name="stream">The stream.</param>
/// <param name="owner">What is closed with the pipe, or null for the stream itself.</param>
internal sealed class StreamWritePipe(Stream stream, IDisposable? owner = null) : WritePipe
{
    private readonly CancellationTokenSource _closing = new();
    private int _isClosed;

    /// <summary>Gets false if it shares its end with the other direction, which has to be closed as well.</summary>
    public override bool EndsAlone => owner is null;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_closing.IsCancellationRequested)
        {
            throw BrokenPipe();
        }

        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token) : null;
        try
        {
            await stream.WriteAsync(bytes, linked?.Token ?? _closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !_closing.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            throw BrokenPipe();
        }
    }

    public override void Write(ReadOnlySpan<byte> bytes)
        => WriteAsync(bytes.ToArray(), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _closing.Cancel();
            (owner ?? stream).Dispose();
        }
    }

    private static IOException BrokenPipe() => new("write EPIPE: the child no longer reads this input.");
}
