using System.Runtime.CompilerServices;
using TypedExec.Events;

namespace TypedExec.Children;

/// <summary>
/// Copies a caller's stream into a child until the child has exited. Data that was read but not written by then isn't lost: it
/// goes back to the stream, or to the next child that is fed from it.
/// </summary>
internal sealed class StreamFeed
{
    private const int BufferSize = 32 * 1024;

    /// <summary>A pipe accepts this many bytes as a whole or not at all (PIPE_BUF).</summary>
    private const int AtomicWrite = 4 * 1024;

    /// <summary>
    /// How long a stream may take to end a canceled read. A stream that doesn't respond keeps the read for the next child.
    /// </summary>
    private static readonly TimeSpan CancellationTime = TimeSpan.FromMilliseconds(250);

    private static readonly ConditionalWeakTable<Stream, StreamFeed> Feeds = new();

    private readonly SemaphoreSlim _turn = new(1);
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;
    private Task<int>? _pending;

    /// <summary>Copies until the stream or the child ends, and closes the child's input. It never fails.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="input">The child's input.</param>
    /// <param name="failed">Called when the stream fails. A child that stops reading isn't a failure.</param>
    /// <param name="stop">Canceled when the child has exited.</param>
    public static async Task RunAsync(Stream stream, ChildInput input, Action<Exception> failed, CancellationToken stop)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        LoopThread.AssertIsOther();
        try
        {
            await CopyAsync(stream, input, stop).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failed(exception);
        }

        input.CloseEnd();
    }

    /// <summary>
    /// Copies until the stream or the child ends. Two reads of one stream never overlap, whichever child they are for.
    /// </summary>
    /// <exception cref="Exception">The stream fails.</exception>
    public static async Task CopyAsync(Stream stream, ChildInput input, CancellationToken stop)
    {
        var feed = Feeds.GetOrCreateValue(stream);
        try
        {
            await feed._turn.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            await feed.CopyHereAsync(stream, input, stop).ConfigureAwait(false);
        }
        finally
        {
            feed._turn.Release();
        }
    }

    private async Task CopyHereAsync(Stream stream, ChildInput input, CancellationToken stop)
    {
        while (await ReadAsync(stream, stop).ConfigureAwait(false))
        {
            if (stop.IsCancellationRequested || !await WriteAsync(input).ConfigureAwait(false))
            {
                GiveBack(stream);
                return;
            }
        }
    }

    /// <summary>Returns false at the end of the stream or the child.</summary>
    private async Task<bool> ReadAsync(Stream stream, CancellationToken stop)
    {
        if (_start < _end)
        {
            return true;
        }

        if (_pending is null && stop.IsCancellationRequested)
        {
            return false;
        }

        _pending ??= stream.ReadAsync(_buffer, stop).AsTask();
        try
        {
            await _pending.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await ((Task)_pending).WaitAsync(CancellationTime, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_pending.IsCompleted)
            {
                return false;
            }
        }
        catch
        {
            _pending = null;
            throw;
        }

        var read = _pending;
        _pending = null;
        if (!read.IsCompletedSuccessfully)
        {
            return false;
        }

        (_start, _end) = (0, await read.ConfigureAwait(false));
        return _end > 0;
    }

    /// <summary>Returns false if the child doesn't read any more.</summary>
    private async Task<bool> WriteAsync(ChildInput input)
    {
        while (_start < _end)
        {
            try
            {
                await input.WriteAsync(_buffer.AsMemory(_start, Math.Min(AtomicWrite, _end - _start))).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                return false;
            }

            _start += Math.Min(AtomicWrite, _end - _start);
        }

        return true;
    }

    private void GiveBack(Stream stream)
    {
        if (stream.CanSeek)
        {
            _ = stream.Seek(_start - _end, SeekOrigin.Current);
            (_start, _end) = (0, 0);
        }
    }
}
