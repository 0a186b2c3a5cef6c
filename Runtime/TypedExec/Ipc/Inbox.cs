using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TypedExec.Events;

namespace TypedExec.Ipc;

/// <summary>
/// The messages that have arrived: given to the handlers of <c>Message</c> and to the readers of <c>ReadMessagesAsync</c>;
/// kept until there is one of them.
/// </summary>
internal sealed class Inbox(EventQueue queue, object sender)
{
    /// <summary>How many bytes of messages may wait for a consumer before the channel is not read any more.</summary>
    private const int Capacity = 8 * 1024 * 1024;

    /// <summary>What a message takes beside its own bytes.</summary>
    private const int Overhead = 256;

    private readonly Queue<MessageEventArgs> _unclaimed = new();
    private readonly List<Channel<MessageEventArgs>> _readers = [];
    private EventHandler<MessageEventArgs>? _handlers;
    private TaskCompletionSource? _room;
    private long _waiting;
    private bool _isUnlimited;
    private bool _isComplete;

    public void Add(EventHandler<MessageEventArgs>? handler)
    {
        lock (queue.Gate)
        {
            _handlers += handler;
            ClaimAll();
        }
    }

    public void Remove(EventHandler<MessageEventArgs>? handler)
    {
        lock (queue.Gate)
        {
            _handlers -= handler;
        }
    }

    /// <summary>Delivers a message; completes when the next may come.</summary>
    public ValueTask PostAsync(MessageEventArgs message)
    {
        lock (queue.Gate)
        {
            if (_handlers is null && _readers.Count == 0)
            {
                _unclaimed.Enqueue(message);
                Occupy(message);
                return WaitForRoomAsync();
            }
        }

        // On the thread pool already, so that handlers may run right here when nothing is before them.
        var delivery = queue.DeliverHereAsync(() => Deliver(message));
        return delivery.IsCompletedSuccessfully ? WaitForRoomAsync() : AwaitAsync(delivery);
    }

    /// <summary>There will be no more; what waits is still to be had.</summary>
    public void Complete()
    {
        lock (queue.Gate)
        {
            _isComplete = true;
            foreach (var reader in _readers)
            {
                queue.Enqueue(() => reader.Writer.TryComplete());
            }
        }

        LetAllIn();
    }

    /// <summary>The other side has ended: what it left is taken in however much waits.</summary>
    public void LetAllIn()
    {
        lock (queue.Gate)
        {
            _isUnlimited = true;
            _room?.TrySetResult();
            _room = null;
        }
    }

    public async IAsyncEnumerable<MessageEventArgs> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<MessageEventArgs>(new UnboundedChannelOptions { SingleReader = true });
        lock (queue.Gate)
        {
            _readers.Add(channel);
            ClaimAll();
            if (_isComplete)
            {
                queue.Enqueue(() => channel.Writer.TryComplete());
            }
        }

        try
        {
            await foreach (var message in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                Free(message);
                yield return message;
            }
        }
        finally
        {
            lock (queue.Gate)
            {
                _readers.Remove(channel);
            }

            while (channel.Reader.TryRead(out var message))
            {
                Free(message);
            }
        }
    }

    private void ClaimAll()
    {
        while ((_handlers is not null || _readers.Count > 0) && _unclaimed.TryDequeue(out var message))
        {
            Free(message);
            queue.Enqueue(() => Deliver(message));
        }
    }

    private void Deliver(MessageEventArgs message)
    {
        EventHandler<MessageEventArgs>? handlers;
        lock (queue.Gate)
        {
            handlers = _handlers;
            foreach (var reader in _readers)
            {
                if (reader.Writer.TryWrite(message))
                {
                    Occupy(message);
                }
            }
        }

        handlers?.Invoke(sender, message);
    }

    private async ValueTask AwaitAsync(Task delivery)
    {
        await delivery.ConfigureAwait(false);
        await WaitForRoomAsync().ConfigureAwait(false);
    }

    private ValueTask WaitForRoomAsync()
    {
        lock (queue.Gate)
        {
            if (_isUnlimited || _waiting < Capacity)
            {
                return ValueTask.CompletedTask;
            }

            _room ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return new ValueTask(_room.Task);
        }
    }

    private void Occupy(MessageEventArgs message) => _waiting += message.Length + Overhead;

    private void Free(MessageEventArgs message)
    {
        lock (queue.Gate)
        {
            _waiting -= message.Length + Overhead;
            if (_waiting < Capacity / 2 && _room is { } room)
            {
                _room = null;
                room.TrySetResult();
            }
        }
    }
}
