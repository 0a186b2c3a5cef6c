using System.Buffers;
using System.Runtime.CompilerServices;
using TypedExec.IO;

namespace TypedExec.Platform.Managed;

/// <summary>Reads a pipe through a .NET stream, which waits without blocking a thread.</summary>
/// <param name="stream">The stream.</param>
/// <param name="owner">What is closed with the pipe, or null for the stream itself.</param>
internal class StreamReadPipe(Stream stream, IDisposable? owner = null) : ReadPipe
{
    private const int CollectedAtOnce = 64 * 1024;

    /// <summary>How long other code gets to free memory before a read that found none is retried.</summary>
    private const int RetryMilliseconds = 10;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private bool _isClosed;
    private bool _isCollecting;
    private bool _isReading;
    private bool _isStopping;
    private IByteSink? _sink;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
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

    public override void CollectTo(IByteSink sink)
    {
        lock (_gate)
        {
            _sink = sink;
            _isStopping = false;
            if (_isCollecting)
            {
                return;
            }

            _isCollecting = !_isClosed;
        }

        _ = CollectAsync();
    }

    public override bool StopCollecting()
    {
        lock (_gate)
        {
            if (_isReading)
            {
                // The result of the read in progress belongs to the sink.
                _isStopping = true;
                return false;
            }

            _sink = null;
            return true;
        }
    }

    /// <summary>If the platform can't report whether a pipe is empty, it is read to its end.</summary>
    public override void CloseWhenEmpty()
    {
    }

    /// <summary>After the child's exit the stream is always being read, so everything that was there has been taken.</summary>
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
        (owner ?? stream).Dispose();
        EndSink();
    }

    /// <summary>Handles the errors of reading a pipe that is closed meanwhile, or whose other end was reset.</summary>
    private static bool IsEnd(Exception exception)
        => exception is OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException;

    private async Task CollectAsync()
    {
        // The sink must not be called from within the call that began to collect.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        byte[]? buffer = null;
        IByteSink? paused = null;
        while (true)
        {
            try
            {
                buffer ??= ArrayPool<byte>.Shared.Rent(CollectedAtOnce);
                if (!TryGetWanted(out var wanted, out paused))
                {
                    break;
                }

                var count = await ReadAsync(buffer.AsMemory(0, Math.Min(CollectedAtOnce, wanted)), CancellationToken.None).ConfigureAwait(false);
                if (count == 0 || !TryGive(buffer.AsSpan(0, count), out paused))
                {
                    break;
                }
            }
            catch (OutOfMemoryException shortage)
            {
                // Stopping here would block the child, and code that waits for it, forever.
                ReportShortage(shortage);
            }
        }

        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (paused is null)
        {
            EndSink();
        }
        else
        {
            paused.Paused();
        }
    }

    /// <summary>Returns how much the sink takes now, or false if nothing is to be read for it.</summary>
    private bool TryGetWanted(out int wanted, out IByteSink? paused)
    {
        lock (_gate)
        {
            paused = null;
            wanted = _sink?.Wanted ?? 0;
            if (!_isClosed && !_isStopping && wanted > 0)
            {
                _isReading = true;
                return true;
            }

            paused = _isClosed || _isStopping ? null : _sink;
            _isCollecting = false;
            return false;
        }
    }

    /// <summary>Passes what was read to the sink. Returns false if it wants a pause or nothing more is to be read.</summary>
    private bool TryGive(ReadOnlySpan<byte> bytes, out IByteSink? paused)
    {
        lock (_gate)
        {
            paused = null;
            _isReading = false;
            if (_isClosed || _sink is null)
            {
                // Nothing is added to what was collected after the end is closed.
                _isCollecting = false;
                return false;
            }

            if (!_sink.Write(bytes))
            {
                paused = _sink;
            }

            // In one step with the write, so that a reader that waits for this has the pipe afterwards.
            _isCollecting = paused is null && !_isStopping;
            return _isCollecting;
        }
    }

    private void ReportShortage(OutOfMemoryException shortage)
    {
        IByteSink? sink;
        lock (_gate)
        {
            sink = _sink;
        }

        try
        {
            sink?.OnShortage(shortage);
        }
        catch (OutOfMemoryException)
        {
            // It is reported again if the next attempt finds none either.
        }

        Thread.Sleep(RetryMilliseconds);
    }

    /// <summary>Tells the sink that there is no more, if that is the case.</summary>
    private void EndSink()
    {
        IByteSink? sink;
        lock (_gate)
        {
            if (!_isClosed)
            {
                return;
            }

            sink = _sink;
            _sink = null;
        }

        sink?.End();
    }
}
