using TypedExec.Events;

namespace TypedExec.IO;

/// <summary>
/// Raises the <see cref="ChildOutput.Data"/> of one output for each piece, in the child's event queue. The next piece is
/// read only when the handlers are done with this one, which is what slows a fast child down. Without handlers it stops,
/// and what it has not delivered is left to the next reader.
/// </summary>
internal sealed class DataPump(ChildOutput output, DataFeed feed, EventQueue events, Action<Exception> failed)
{
    // Half of this, decoded, stays below the large object heap.
    private const int LargestPiece = 32 * 1024;

    private readonly Lock _gate = new();
    private EventHandler<DataEventArgs>? _handlers;
    private CancellationTokenSource? _stop;
    private ChunkDecoder? _decoder;
    private bool _hasFailed;

    /// <summary>Completes when the handlers have been given all there was; at once while there were none.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Whether the output goes to handlers.</summary>
    public bool IsActive => Volatile.Read(ref _stop) is not null;

    /// <summary>Whether the last handler was removed and the flow is about to stop.</summary>
    public bool IsStopping => Volatile.Read(ref _stop) is { IsCancellationRequested: true };

    public void Add(EventHandler<DataEventArgs>? handler)
    {
        lock (_gate)
        {
            if (_stop is null && handler is not null)
            {
                _stop = new CancellationTokenSource();
                _handlers += handler;
                _decoder ??= new ChunkDecoder(output.Encoding);
                // At once where that can be: who reads next finds the output taken.
                var hasBegun = feed.TryBegin();
                Completion = Task.Run(() => RunAsync(hasBegun));
                return;
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
        var isAtEnd = false;
        while (true)
        {
            try
            {
                if (!hasBegun)
                {
                    await feed.BeginAsync(_stop!.Token).ConfigureAwait(false);
                    hasBegun = true;
                }

                isAtEnd = await DeliverAllAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (IsStopping)
            {
            }
            catch (IOException exception)
            {
                Fail(exception);
                feed.End(isAtEnd: false);
                return;
            }

            if (HasHandlers(isAtEnd))
            {
                continue;
            }

            if (hasBegun)
            {
                feed.End(isAtEnd);
                hasBegun = false;
            }

            if (IsDone(isAtEnd))
            {
                return;
            }
        }
    }

    /// <summary>Delivers until the end, true, or until there are no handlers.</summary>
    private async Task<bool> DeliverAllAsync()
    {
        while (await feed.WaitAsync(_stop!.Token).ConfigureAwait(false))
        {
            var hasHandlers = true;
            await events.DeliverAsync(() => hasHandlers = DeliverNext()).ConfigureAwait(false);
            if (!hasHandlers)
            {
                return false;
            }
        }

        if (!_hasFailed)
        {
            await events.DeliverAsync(DeliverRest).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Whether a handler was added while the last one left, so that the flow goes on.</summary>
    private bool HasHandlers(bool isAtEnd)
    {
        lock (_gate)
        {
            if (isAtEnd || _handlers is null)
            {
                return false;
            }

            _stop = new CancellationTokenSource();
            return true;
        }
    }

    /// <summary>Whether there is nothing more to do; false when a handler was added while the flow ended.</summary>
    private bool IsDone(bool isAtEnd)
    {
        lock (_gate)
        {
            _stop = isAtEnd || _handlers is null ? null : new CancellationTokenSource();
            return _stop is null;
        }
    }

    private bool DeliverNext()
    {
        EventHandler<DataEventArgs>? handlers;
        lock (_gate)
        {
            handlers = _handlers;
        }

        if (handlers is null)
        {
            return false;
        }

        var bytes = feed.Take(LargestPiece);
        if (TryDecode(() => _decoder!.Next(bytes), out var text))
        {
            handlers(output, new DataEventArgs(bytes, text));
        }

        return true;
    }

    private void DeliverRest()
    {
        if (TryDecode(_decoder!.End, out var rest) && !rest.IsEmpty)
        {
            _handlers?.Invoke(output, new DataEventArgs(default, rest));
        }
    }

    /// <summary>The user's encoding may throw: then the rest is read, so that the child is not held, but not delivered.</summary>
    private bool TryDecode(Func<DecodedChunk> decode, out DecodedChunk text)
    {
        text = default;
        if (_hasFailed)
        {
            return false;
        }

        try
        {
            text = decode();
            return true;
        }
        catch (Exception exception)
        {
            Fail(exception);
            return false;
        }
    }

    private void Fail(Exception exception)
    {
        _hasFailed = true;
        failed(exception);
    }
}
