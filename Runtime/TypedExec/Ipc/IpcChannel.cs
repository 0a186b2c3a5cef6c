using TypedExec.Events;
using TypedExec.IO;

namespace TypedExec.Ipc;

/// <summary>
/// One side of Node's IPC channel: a socket on which messages go both ways, until one side disconnects or ends.
/// </summary>
internal sealed class IpcChannel
{
    private readonly ReadPipe _input;
    private readonly WritePipe _output;
    private readonly IMessageCodec _codec;
    private readonly EventQueue _queue;
    private readonly Outbox _outbox;
    private readonly Action<Exception> _failed;
    private readonly Action _disconnected;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isDisconnecting;
    private Task _answer = Task.CompletedTask;

    /// <param name="input">The socket's receiving side.</param>
    /// <param name="output">The socket's sending side.</param>
    /// <param name="codec">How messages stand on it.</param>
    /// <param name="queue">Where handlers run.</param>
    /// <param name="sender">The sender of the events.</param>
    /// <param name="failed">Called for a message that cannot be read, or that could not be sent.</param>
    /// <param name="disconnected">Called once, after the last message.</param>
    public IpcChannel(
        ReadPipe input, WritePipe output, IMessageCodec codec, EventQueue queue, object sender,
        Action<Exception> failed, Action disconnected)
    {
        _input = input;
        _output = output;
        _codec = codec;
        _queue = queue;
        _failed = failed;
        _disconnected = disconnected;
        _outbox = new Outbox(output, codec);
        Inbox = new Inbox(queue, sender, failed);
    }

    public Inbox Inbox { get; }

    public bool IsConnected => Volatile.Read(ref _isDisconnecting) == 0;

    public bool IsJson => _codec is JsonLinesCodec;

    /// <summary>Completes when the last message and the disconnection have been reported.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Begins to receive.</summary>
    public void Start() => _ = Task.Run(ReceiveAsync);

    /// <summary>Sends without waiting: false when the channel is closed, which is an error event, or when much is waiting.</summary>
    public bool Send(IpcMessage message)
    {
        if (!IsConnected)
        {
            _failed(Closed());
            return false;
        }

        var written = _outbox.Send(message, out var isBacklogLarge);
        if (written.IsFaulted)
        {
            _failed(Closed());
            return false;
        }

        if (!written.IsCompleted)
        {
            _ = written.ContinueWith(
                task =>
                {
                    _ = task.Exception;
                    _failed(Closed());
                },
                CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        return !isBacklogLarge;
    }

    /// <summary>Sends, and completes when the message has been written.</summary>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public async Task SendAsync(IpcMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsConnected)
        {
            throw Closed();
        }

        try
        {
            await _outbox.Send(message, out _).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw Closed();
        }
    }

    /// <summary>Closes both ways, after what was sent is written.</summary>
    /// <returns>False when that has happened before.</returns>
    public bool Disconnect()
    {
        if (Interlocked.Exchange(ref _isDisconnecting, 1) != 0)
        {
            return false;
        }

        _ = CloseAsync();
        return true;
    }

    /// <summary>Waits for what was sent to be written.</summary>
    public Task FlushAsync() => _outbox.FlushAsync();

    /// <summary>The other side has ended: takes in what it left, then closes.</summary>
    public void EndWhenEmpty()
    {
        Inbox.LetAllIn();
        _input.CloseWhenEmpty();
    }

    /// <summary>There is no other side any more: closes, and reports that after the last message.</summary>
    public void End()
    {
        Volatile.Write(ref _isDisconnecting, 1);
        _output.Close();
        _input.Close();
        Inbox.Complete();
        _disconnected();
        _ended.SetResult();
    }

    private async Task CloseAsync()
    {
        // What arrives from now on is for nobody.
        Inbox.LetAllIn();
        await _outbox.FlushAsync().ConfigureAwait(false);
        _output.Close();
        _input.Close();
    }

    private async Task ReceiveAsync()
    {
        var frames = new FrameReader(_input, _codec);
        try
        {
            while (await frames.ReadAsync().ConfigureAwait(false))
            {
                while (frames.TryTake(out var message, out var error))
                {
                    if (error is not null)
                    {
                        await FailAsync(error).ConfigureAwait(false);
                    }
                    else
                    {
                        await TakeAsync(message).ConfigureAwait(false);
                    }
                }
            }
        }
        catch (Exception exception)
        {
            // Whatever it is, it ends this channel and not the process.
            _failed(exception);
        }
        finally
        {
            End();
        }
    }

    private ValueTask TakeAsync(IpcMessage message)
        => !message.IsInternal ? DeliverAsync(message)
        : IsConnected && NodeHandles.Answer(message) is { } answer ? AnswerAsync(message, answer)
        : ValueTask.CompletedTask;

    private ValueTask DeliverAsync(IpcMessage message)
        => IsConnected ? Inbox.PostAsync(new MessageEventArgs(message)) : ValueTask.CompletedTask;

    private Task FailAsync(Exception error)
    {
        _failed(error);
        // A peer that writes nothing but garbage waits for the handlers like any other.
        return _queue.DeliverAsync(static () => { });
    }

    /// <summary>Node holds back everything behind a handle until it is answered; the message that came with it is delivered, once.</summary>
    private async ValueTask AnswerAsync(IpcMessage message, IpcMessage answer)
    {
        if (_answer.IsCompleted)
        {
            // One at a time: a peer that does not read them gets no more.
            _answer = _outbox.Send(answer, out _).ContinueWith(
                static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        if (NodeHandles.IsHandle(message, out var type, out var inner))
        {
            if (inner is { IsInternal: false } proper)
            {
                await DeliverAsync(proper).ConfigureAwait(false);
            }

            await FailAsync(NodeHandles.Unsupported(type)).ConfigureAwait(false);
        }
    }

    /// <summary>Node's error for a message that has no channel to go by.</summary>
    public static ExecException Closed() => new("Channel closed") { Code = "ERR_IPC_CHANNEL_CLOSED" };

    /// <summary>Node's error for a second disconnect.</summary>
    public static ExecException Disconnected() => new("IPC channel is already disconnected") { Code = "ERR_IPC_DISCONNECTED" };
}
