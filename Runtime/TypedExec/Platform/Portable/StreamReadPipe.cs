using System.Buffers;
using TypedExec.IO;

namespace TypedExec.Platform.Portable;

/// <summary>Reads a pipe through a stream of .NET's, which waits without a thread.</summary>
internal class StreamReadPipe(Stream stream) : ReadPipe
{
    private const int CollectedAtOnce = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private bool _isClosed;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (buffer.IsEmpty || _closing.IsCancellationRequested)
        {
            return 0;
        }

        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token) : null;
        var count = 0;
        try
        {
            count = await stream.ReadAsync(buffer, linked?.Token ?? _closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !_closing.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
        }

        if (count == 0)
        {
            Close();
        }

        return count;
    }

    public override void CollectTo(IByteSink sink) => _ = CollectAsync(sink);

    /// <summary>Where the platform cannot tell whether a pipe is empty, it is read to its end.</summary>
    public override void CloseWhenEmpty()
    {
    }

    /// <summary>After the child's exit the stream is always being read, so that what is there has been taken.</summary>
    public override void CloseKeepingRest() => Close();

    public override void Close()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        _closing.Cancel();
        stream.Dispose();
    }

    /// <summary>What a pipe that is closed meanwhile answers to a read, and one whose other end was reset.</summary>
    private static bool IsEnd(Exception exception)
        => exception is OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException;

    private async Task CollectAsync(IByteSink sink)
    {
        // The sink's callbacks may not run inside the call that began to collect.
        await Task.Yield();
        var buffer = ArrayPool<byte>.Shared.Rent(CollectedAtOnce);
        var isRefused = false;
        try
        {
            int count;
            while (!isRefused && (count = await ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false)) > 0)
            {
                isRefused = !Give(sink, buffer.AsSpan(0, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        // A sink that had too much has the child killed, and then the pipe closed, which could end the child by itself.
        if (!isRefused)
        {
            Close();
        }

        sink.End();
    }

    /// <summary>Nothing is added to what was collected once the end is closed.</summary>
    private bool Give(IByteSink sink, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            return !_isClosed && sink.Write(bytes);
        }
    }
}
