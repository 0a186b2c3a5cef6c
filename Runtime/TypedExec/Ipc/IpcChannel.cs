using TypedExec.Events;
using TypedExec.IO;

namespace TypedExec.Ipc;

/// <summary>
/// One side of Node's IPC channel: a socket with messages in both directions, until one side disconnects or ends.
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

    /// <param name="input">The receiving side of the socket.</param>
    /// <param name="output">The sending side of the socket.</param>
    /// <param name="codec">Encodes and decodes messages.</param>
    /// <param name="queue">Runs the handlers.</param>
    /// <param name="sender">The sender of the events.</param>
    /// <param name="failed">Called for a message that can't be read, or that couldn't be sent.</param>
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

    /// <summary>Gets a task that completes when the last message and the disconnection have been reported.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Starts to receive.</summary>
    public void Start() => _ = Task.Run(ReceiveAsync);

    /// <summary>
    /// Sends without waiting. Returns false if the channel is closed, which raises an error event, or if many messages are
    /// waiting.
    /// </summary>
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

    /// <summary>Sends a message, and completes when it has been written.</summary>
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

    /// <summary>Closes both directions after pending messages have been written.</summary>
    /// <returns>False if it was closed before.</returns>
    public bool Disconnect()
    {
        if (Interlocked.Exchange(ref _isDisconnecting, 1) != 0)
        {
            return false;
        }

        _ = CloseAsync();
        return true;
    }

    /// <summary>Waits until what was sent has been written.</summary>
    public Task FlushAsync() => _outbox.FlushAsync();

    /// <summary>Reads what the other side left when it ended, and then closes the channel.</summary>
    public void EndWhenEmpty()
    {
        Inbox.LiftLimit();
        _input.CloseWhenEmpty();
    }

    /// <summary>
    /// Closes the channel, because the other side doesn't exist any more, and reports that after the last message.
    /// </summary>
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
        // What arrives from now on has no recipient.
        Inbox.LiftLimit();
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
        // A peer that only writes garbage waits for the handlers like any other.
        return _queue.DeliverAsync(static () => { });
    }

    /// <summary>
    /// Node withholds everything after a handle until it is answered. The message that came with it is delivered once.
    /// </summary>
    private async ValueTask AnswerAsync(IpcMessage message, IpcMessage answer)
    {
        if (_answer.IsCompleted)
        {
            // One at a time: a peer that doesn't read them gets no more.
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

    /// <summary>Creates Node's error for a message that has no channel.</summary>
    public static ExecException Closed() => new("Channel closed") { Code = "ERR_IPC_CHANNEL_CLOSED" };

    /// <summary>Creates Node's error for a second disconnect.</summary>
    public static ExecException Disconnected() => new("IPC channel is already disconnected") { Code = "ERR_IPC_DISCONNECTED" };
}
