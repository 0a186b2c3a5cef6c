using System.Runtime.ExceptionServices;
using TypedExec.Events;

namespace TypedExec.IO;

/// <summary>
/// Raises <see cref="ChildOutput.Data"/> of one output for each piece, in the child's event queue. The next piece is read only
/// when the handlers have finished with this one, which slows down a fast child. Without handlers it stops, and output that it
/// hasn't delivered is left for the next reader.
/// </summary>
internal sealed class DataPump(ChildOutput output, DataFeed feed, EventQueue events, Action<Exception> failed)
{
    // Half of this, decoded, stays below the large object heap.
    private const int LargestPiece = 32 * 1024;

    private readonly object _gate = new();
    private EventHandler<DataEventArgs>? _handlers;
    private CancellationTokenSource? _stop;
    private ChunkDecoder? _decoder;

    /// <summary>
    /// Gets a task that completes when the handlers have been given all output, or immediately if there were none.
    /// </summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Gets whether the output goes to handlers.</summary>
    public bool IsActive => Volatile.Read(ref _stop) is not null;

    /// <summary>Gets whether the last handler was removed and the flow is about to stop.</summary>
    public bool IsStopping => Volatile.Read(ref _stop) is { IsCancellationRequested: true };

    public void Add(EventHandler<DataEventArgs>? handler)
    {
        lock (_gate)
        {
            if (_stop is null && handler is not null)
            {
                // Immediately if possible, so that the next reader finds the output taken.
                var hasBegun = feed.TryBegin();
                _stop = new CancellationTokenSource();
                Completion = Task.Run(() => RunAsync(hasBegun));
            }

            _handlers += handler;
        }
    }

    public void Remove(EventHandler<DataEventArgs>? handler)
    {
        CancellationTokenSource? stop;
        lock (_gate)
        {
            _handlers -= handler;
            stop = _handlers is null ? _stop : null;
        }

        stop?.Cancel();
    }

    private async Task RunAsync(bool hasBegun)
    {
        var isOver = false;
        do
        {
            var isAtEnd = false;
            try
            {
                if (!hasBegun)
                {
                    await feed.BeginAsync(_stop!.Token).ConfigureAwait(false);
                    hasBegun = true;
                }

                isOver = isAtEnd = await DeliverAllAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (IsStopping)
            {
            }
            catch (Exception exception)
            {
                // Another handler may begin again, with another encoding.
                _decoder = null;
                isOver = true;
                failed(exception);
            }

            if (hasBegun && !TryContinue(isOver))
            {
                feed.End(isAtEnd);
                hasBegun = false;
            }
        }
        while (hasBegun || TryContinue(isOver, stops: true));
    }

    /// <summary>Delivers until the end, and returns true, or until there are no handlers.</summary>
    /// <exception cref="Exception">The output can't be read, or not be decoded: its encoding is user code.</exception>
    private async Task<bool> DeliverAllAsync()
    {
        while (await feed.WaitAsync(_stop!.Token).ConfigureAwait(false))
        {
            if (!await DeliverAsync(isLast: false).ConfigureAwait(false))
            {
                return false;
            }
        }

        _ = await DeliverAsync(isLast: true).ConfigureAwait(false);
        return true;
    }

    /// <summary>Returns whether a handler was added while the last one was removed, so that the flow continues.</summary>
    /// <param name="isOver">True if there is nothing more to deliver.</param>
    /// <param name="stops">True if the flow has ended for another reason.</param>
    private bool TryContinue(bool isOver, bool stops = false)
    {
        lock (_gate)
        {
            var goesOn = !isOver && _handlers is not null;
            _stop = goesOn ? new CancellationTokenSource() : stops ? null : _stop;
            return goesOn;
        }
    }

    /// <summary>Delivers one piece. Returns false if there are no handlers.</summary>
    /// <remarks>A failure before the handlers are called isn't an exception of theirs, which would end the program.</remarks>
    private async Task<bool> DeliverAsync(bool isLast)
    {
        var hasHandlers = false;
        ExceptionDispatchInfo? failure = null;
        await events.DeliverAsync(() =>
        {
            DataEventArgs? piece = null;
            var handlers = Handlers();
            hasHandlers = handlers is not null;
            try
            {
                piece = hasHandlers ? Take(isLast) : null;
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            if (piece is not null)
            {
                handlers!(output, piece);
            }
        }).ConfigureAwait(false);
        failure?.Throw();
        return hasHandlers;
    }

    private EventHandler<DataEventArgs>? Handlers()
    {
        lock (_gate)
        {
            return _handlers;
        }
    }

    private DataEventArgs? Take(bool isLast)
    {
        _decoder ??= new ChunkDecoder(output.Encoding);
        if (isLast)
        {
            return _decoder.End() is { IsEmpty: false } rest ? new DataEventArgs(default, rest) : null;
        }

        var bytes = feed.Take(LargestPiece);
        return new DataEventArgs(bytes, _decoder.Next(bytes));
    }
}
