using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Ipc;
using TypedExec.Platform;

namespace TypedExec;

/// <content>The channel for messages, which a forked child has and one with <see cref="Stdio.Ipc"/>.</content>
public sealed partial class ChildProcess
{
    private readonly IpcChannel? _channel;
    private readonly TerminalEvent? _disconnected;

    /// <summary>
    /// The child sent a message (Node's <c>message</c>). What arrives before the first handler, and after the last one was
    /// removed, is kept for the next. It is never raised for a child without a channel.
    /// </summary>
    public event EventHandler<MessageEventArgs>? Message
    {
        add => _channel?.Inbox.Add(value);
        remove => _channel?.Inbox.Remove(value);
    }

    /// <summary>The channel was closed, by either side or by the child's end (Node's <c>disconnect</c>). It is never raised for a child without one.</summary>
    public event EventHandler? Disconnected
    {
        add => _disconnected?.Add(value);
        remove => _disconnected?.Remove(value);
    }

    /// <summary>Whether messages can be sent (Node's <c>connected</c>).</summary>
    public bool Connected => _channel is { IsConnected: true };

    private IpcChannel Channel => _channel ?? throw new InvalidOperationException(
        "This child has no channel for messages: start it with Fork, or with Stdio.Ipc among the option Stdio.");

    /// <summary>Sends a message (Node's <c>send</c>), without waiting.</summary>
    /// <param name="value">The message.</param>
    /// <returns>
    /// False when much is waiting to be written, which is a reason to slow down, or when the channel is closed, which
    /// raises <see cref="Error"/> with the code <c>ERR_IPC_CHANNEL_CLOSED</c>.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is undefined (<c>ERR_MISSING_ARGS</c>).</exception>
    public bool Send(JsonElement value) => Send(SendableMessage.From(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(string? value) => Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(bool value) => Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(int value) => Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(long value) => Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(double value) => Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.Job</c>.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    public bool Send<T>(T value, JsonTypeInfo<T> type) => Send(IpcMessage.From(value, type));

    /// <summary>
    /// Sends a value of those that <see cref="MessageEventArgs.Object"/> lists (Node's <c>send</c>), without waiting: for
    /// <see cref="Serialization.Advanced"/>, with dates, maps, sets, big integers, typed arrays and undefined.
    /// </summary>
    /// <inheritdoc cref="Send(JsonElement)"/>
    /// <exception cref="ArgumentException">The value has no counterpart in JavaScript.</exception>
    public bool SendObject(object? value) => Send(SendableMessage.From(value, Channel));

    /// <summary>Sends a message and waits until it has been handed to the operating system (Node's <c>send</c> with a callback).</summary>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Ends the waiting; the message may still be sent.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public Task SendAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => Channel.SendAsync(IpcMessage.From(value, type), cancellationToken);

    /// <summary>
    /// Closes the channel (Node's <c>disconnect</c>), after what was sent is written. A second time raises
    /// <see cref="Error"/> with the code <c>ERR_IPC_DISCONNECTED</c>.
    /// </summary>
    public void Disconnect()
    {
        if (!Channel.Disconnect())
        {
            OnError(IpcChannel.Disconnected());
        }
    }

    /// <summary>
    /// The next message, as a type. Calls that wait at the same time get one message each, in their order.
    /// </summary>
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.JobResult</c>.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; no message is lost by it.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="EndOfStreamException">The channel was closed before a message came.</exception>
    /// <exception cref="FormatException">The message does not fit the type. It counts as read.</exception>
    public Task<T?> ReadMessageAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadOneAsync(Channel.Inbox, type, cancellationToken);

    /// <summary>
    /// The messages as a type, until the channel is closed. One that does not fit the type raises <see cref="Error"/> and
    /// is passed over. Every loop gets every message from when it begins; what it has not taken when it is left stays for
    /// the next one, or for a handler.
    /// </summary>
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.JobResult</c>.</param>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="T">The messages' type.</typeparam>
    public IAsyncEnumerable<T> ReadMessagesAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadAsync(Channel.Inbox, type, OnError, cancellationToken);

    /// <summary>Raises <see cref="Error"/> for a message that does not fit its type.</summary>
    internal void ReportError(Exception exception) => OnError(exception);

    private bool Send(IpcMessage message) => Channel.Send(message);

    /// <summary>The channel, if there is to be one; that of a child which could not be started is there and closed.</summary>
    private IpcChannel? OpenChannel(StartedChild? started)
    {
        if (_request.IpcIndex is not { } index)
        {
            return null;
        }

        return new IpcChannel(
            started?.Output(index) ?? new EmptyReadPipe(), started?.Input(index) ?? new BrokenWritePipe(), MessageCodec.For(_request.Serialization), _queue, this,
            OnError, () => _disconnected!.Raise(EventArgs.Empty));
    }
}
