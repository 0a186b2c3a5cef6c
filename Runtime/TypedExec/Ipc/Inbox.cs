using TypedExec.Events;

namespace TypedExec.Ipc;

/// <summary>
/// The messages that have arrived, in order, for the handlers of <c>Message</c> and for readers. Each of them has a position in
/// the list and takes what comes next. Messages that nobody has taken stay for the next one, so that nothing is lost when one
/// leaves.
/// </summary>
internal sealed class Inbox
{
    /// <summary>How many bytes of decoded messages may wait for a consumer before the channel is no longer read.</summary>
    private const int Capacity = 8 * 1024 * 1024;

    /// <summary>The size of a message in addition to its value.</summary>
    private const int Overhead = 256;

    private readonly Lock _gate = new();
    private readonly EventQueue _queue;
    private readonly object _sender;
    private readonly Action<Exception> _failed;
    private readonly List<Reader> _readers = [];

    // The list: the first message that is kept, the first that nobody has taken, and the position of the next one to arrive.
    private Entry _kept = new(0);
    private Entry _untaken;
    private Entry _end;

    // The next message for the handlers; null while there are none.
    private Entry? _handled;
    private EventHandler<MessageEventArgs>? _handlers;
    private TaskCompletionSource? _room;
    private long _waiting;
    private bool _isUnlimited;
    private bool _isComplete;

    /// <param name="queue">Runs the handlers.</param>
    /// <param name="sender">The sender of the events.</param>
    /// <param name="failed">Called for a message that couldn't be converted to what a handler requested.</param>
    public Inbox(EventQueue queue, object sender, Action<Exception> failed)
    {
        _queue = queue;
        _sender = sender;
        _failed = failed;
        _untaken = _end = _kept;
    }

    /// <summary>Held by a reader of single messages, so that each of them gets one.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public void Add(EventHandler<MessageEventArgs>? handler)
    {
        if (handler is null)
        {
            return;
        }

        lock (_gate)
        {
            _handlers += handler;
            if (_handled is null)
            {
                _handled = _untaken;
                for (var missed = _end.Number - _handled.Number; missed > 0; missed--)
                {
                    _queue.Enqueue(DeliverNext);
                }
            }
        }
    }

    public void Remove(EventHandler<MessageEventArgs>? handler)
    {
        lock (_gate)
        {
            _handlers -= handler;
            if (_handlers is null)
            {
                _handled = null;
                Trim();
            }
        }
    }

    /// <summary>Delivers a message. Completes when the next one may follow.</summary>
    public ValueTask PostAsync(MessageEventArgs message)
    {
        lock (_gate)
        {
            _waiting += message.Size + Overhead;
            _end.Message = message;
            _end = _end.Next = new Entry(_end.Number + 1);
            foreach (var reader in _readers)
            {
                reader.Wake();
            }

            if (_handled is null)
            {
                return WaitForRoomAsync();
            }
        }

        // Already on the thread pool, so handlers may run right here if nothing comes before them.
        var delivery = _queue.DeliverHereAsync(DeliverNext);
        return delivery.IsCompletedSuccessfully ? WaitForRoomAsync() : AwaitAsync(delivery);
    }

    /// <summary>Ends the list; waiting messages can still be read.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            foreach (var reader in _readers)
            {
                reader.Wake();
            }
        }

        LiftLimit();
    }

    /// <summary>Accepts everything that the other side left when it ended, however much is waiting.</summary>
    public void LiftLimit()
    {
        lock (_gate)
        {
            _isUnlimited = true;
            _room?.TrySetResult();
            _room = null;
        }
    }

    /// <summary>Starts to read at the first message that nobody has taken yet.</summary>
    public Reader Read()
    {
        lock (_gate)
        {
            var reader = new Reader(this, _untaken);
            _readers.Add(reader);
            return reader;
        }
    }

    /// <summary>Passes the next message to the handlers, if they are still there.</summary>
    private void DeliverNext()
    {
        MessageEventArgs message;
        EventHandler<MessageEventArgs> handlers;
        lock (_gate)
        {
            if (_handled?.Message is null || _handlers is null)
            {
                return;
            }

            message = _handled.Message;
            handlers = _handlers;
            _handled = _handled.Next;
            Pass(_handled!);
        }

        // One by one, because a message that one handler can't read may be readable for others.
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                handler(_sender, message);
            }
            catch (Exception exception) when (message.IsFailureOf(exception))
            {
                message.Report(exception, _failed);
            }
        }
    }

    /// <summary>Notes that somebody has taken everything before an entry.</summary>
    private void Pass(Entry next)
    {
        if (next.Number > _untaken.Number)
        {
            _untaken = next;
        }

        Trim();
    }

    /// <summary>Removes messages that everybody has taken, and frees their space.</summary>
    private void Trim()
    {
        var needed = Math.Min(_untaken.Number, _handled?.Number ?? long.MaxValue);
        foreach (var reader in _readers)
        {
            needed = Math.Min(needed, reader.Next.Number);
        }

        while (_kept.Number < needed)
        {
            _waiting -= _kept.Message!.Size + Overhead;
            _kept = _kept.Next!;
        }

        if (_waiting < Capacity / 2 && _room is { } room)
        {
            _room = null;
            room.TrySetResult();
        }
    }

    private async ValueTask AwaitAsync(Task delivery)
    {
        await delivery.ConfigureAwait(false);
        await WaitForRoomAsync().ConfigureAwait(false);
    }

    private ValueTask WaitForRoomAsync()
    {
        lock (_gate)
        {
            if (_isUnlimited || _waiting < Capacity)
            {
                return ValueTask.CompletedTask;
            }

            _room ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return new ValueTask(_room.Task);
        }
    }

    /// <summary>One message in the list, or the position of the next one.</summary>
    internal sealed class Entry(long number)
    {
        public long Number { get; } = number;

        public MessageEventArgs? Message { get; set; }

        public Entry? Next { get; set; }
    }

    /// <summary>A reader that takes messages in order, and on disposal leaves those that it hasn't taken.</summary>
    internal sealed class Reader(Inbox inbox, Entry next) : IDisposable
    {
        private TaskCompletionSource? _waiting;

        public Entry Next { get; private set; } = next;

        /// <summary>Returns the next message, or null at the end of the channel.</summary>
        public async ValueTask<MessageEventArgs?> TakeAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Task arrival;
                lock (inbox._gate)
                {
                    if (Next.Message is { } message)
                    {
                        Next = Next.Next!;
                        inbox.Pass(Next);
                        return message;
                    }

                    if (inbox._isComplete)
                    {
                        return null;
                    }

                    _waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                    arrival = _waiting.Task;
                }

                await arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        public void Dispose()
        {
            lock (inbox._gate)
            {
                if (inbox._readers.Remove(this))
                {
                    inbox.Trim();
                }
            }
        }

        /// <summary>Must be called with the gate held.</summary>
        public void Wake()
        {
            _waiting?.TrySetResult();
            _waiting = null;
        }
    }
}
