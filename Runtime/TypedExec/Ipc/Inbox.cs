using TypedExec.Events;

namespace TypedExec.Ipc;

/// <summary>
/// The messages that have arrived, in their order, for the handlers of <c>Message</c> and for readers. Each of them has a
/// place in the list and takes what comes next; what nobody has taken stays for whoever comes, so that nothing is lost by
/// one that leaves.
/// </summary>
internal sealed class Inbox
{
    /// <summary>How many bytes of decoded messages may wait for a consumer before the channel is not read any more.</summary>
    private const int Capacity = 8 * 1024 * 1024;

    /// <summary>What a message takes beside its value.</summary>
    private const int Overhead = 256;

    private readonly Lock _gate = new();
    private readonly EventQueue _queue;
    private readonly object _sender;
    private readonly Action<Exception> _failed;
    private readonly List<Reader> _readers = [];

    // The list: the first message that is kept, the first that nobody has taken, and the place of the next to come.
    private Entry _kept = new(0);
    private Entry _untaken;
    private Entry _end;

    // What the handlers get next; null while there are none.
    private Entry? _handled;
    private EventHandler<MessageEventArgs>? _handlers;
    private TaskCompletionSource? _room;
    private long _waiting;
    private bool _isUnlimited;
    private bool _isComplete;

    /// <param name="queue">Where handlers run.</param>
    /// <param name="sender">The sender of the events.</param>
    /// <param name="failed">Called for a message that a handler could not have in the way it asked for.</param>
    public Inbox(EventQueue queue, object sender, Action<Exception> failed)
    {
        _queue = queue;
        _sender = sender;
        _failed = failed;
        _untaken = _end = _kept;
    }

    /// <summary>Held by who reads single messages, so that each of them gets one of its own.</summary>
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

    /// <summary>Delivers a message; completes when the next may come.</summary>
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

        // On the thread pool already, so that handlers may run right here when nothing is before them.
        var delivery = _queue.DeliverHereAsync(DeliverNext);
        return delivery.IsCompletedSuccessfully ? WaitForRoomAsync() : AwaitAsync(delivery);
    }

    /// <summary>There will be no more; what waits is still to be had.</summary>
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

        LetAllIn();
    }

    /// <summary>The other side has ended: what it left is taken in however much waits.</summary>
    public void LetAllIn()
    {
        lock (_gate)
        {
            _isUnlimited = true;
            _room?.TrySetResult();
            _room = null;
        }
    }

    /// <summary>Begins to read at the first message that nobody has taken yet.</summary>
    public Reader Read()
    {
        lock (_gate)
        {
            var reader = new Reader(this, _untaken);
            _readers.Add(reader);
            return reader;
        }
    }

    /// <summary>Gives the handlers what is next for them, if they are still there.</summary>
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

        // One by one, as what one of them cannot read is no reason to keep it from the others.
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

    /// <summary>Notes that everything before an entry has been taken by somebody.</summary>
    private void Pass(Entry next)
    {
        if (next.Number > _untaken.Number)
        {
            _untaken = next;
        }

        Trim();
    }

    /// <summary>Lets go of what everybody who is there has taken, and frees its room.</summary>
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

    /// <summary>One message in the list, or the place of the next.</summary>
    internal sealed class Entry(long number)
    {
        public long Number { get; } = number;

        public MessageEventArgs? Message { get; set; }

        public Entry? Next { get; set; }
    }

    /// <summary>One that takes messages in order, and leaves those that it has not taken when it is disposed.</summary>
    internal sealed class Reader(Inbox inbox, Entry next) : IDisposable
    {
        private TaskCompletionSource? _waiting;

        public Entry Next { get; private set; } = next;

        /// <summary>The next message; null at the channel's end.</summary>
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

        /// <summary>With the gate held.</summary>
        public void Wake()
        {
            _waiting?.TrySetResult();
            _waiting = null;
        }
    }
}
