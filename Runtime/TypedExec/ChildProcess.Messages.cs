using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Ipc;
using TypedExec.Platform;

namespace TypedExec;

/// <content>The message channel of a child that was forked or has a <see cref="Stdio.Ipc"/> descriptor.</content>
public sealed partial class ChildProcess
{
    private readonly IpcChannel? _channel;
    private readonly TerminalEvent? _disconnected;

    /// <summary>Occurs when the child sends a message (Node's <c>message</c>).</summary>
    /// <remarks>
    /// Messages that arrive while there is no handler are kept for the next one. The event is never raised for a child without
    /// a channel.
    /// </remarks>
    public event EventHandler<MessageEventArgs>? Message
    {
        add => _channel?.Inbox.Add(value);
        remove => _channel?.Inbox.Remove(value);
    }

    /// <summary>
    /// Occurs when either side closes the channel or the child exits (Node's <c>disconnect</c>). The event is never raised for a
    /// child without a channel.
    /// </summary>
    public event EventHandler? Disconnected
    {
        add => _disconnected?.Add(value);
        remove => _disconnected?.Remove(value);
    }

    /// <summary>Gets a value that indicates whether messages can be sent (Node's <c>connected</c>).</summary>
    public bool Connected => _channel is { IsConnected: true };

    private IpcChannel Channel => _channel ?? throw new InvalidOperationException(
        "This child has no message channel. Start it with Fork, or include Stdio.Ipc in the Stdio option.");

    /// <summary>Sends a message without waiting (Node's <c>send</c>).</summary>
    /// <param name="value">The message.</param>
    /// <returns>False if many messages are waiting to be written, which is a reason to slow down, or if the channel is closed,
    /// which raises <see cref="Error"/> with the code <c>ERR_IPC_CHANNEL_CLOSED</c>.</returns>
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
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    public bool Send<T>(T value, JsonTypeInfo<T> type) => Send(IpcMessage.From(value, type));

    /// <summary>
    /// Sends a value of one of the types listed at <see cref="MessageEventArgs.Object"/> without waiting (Node's <c>send</c>).
    /// With <see cref="Serialization.Advanced"/>, that includes dates, maps, sets, big integers, typed arrays and undefined.
    /// </summary>
    /// <inheritdoc cref="Send(JsonElement)"/>
    /// <exception cref="ArgumentException">The value has no counterpart in JavaScript.</exception>
    public bool SendObject(object? value) => Send(SendableMessage.From(value, Channel));

    /// <summary>
    /// Sends a message and waits until it has been handed to the operating system (Node's <c>send</c> with a callback).
    /// </summary>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Stops waiting; the message may still be sent.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public Task SendAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => Channel.SendAsync(IpcMessage.From(value, type), cancellationToken);

    /// <summary>
    /// Closes the channel after pending messages have been written (Node's <c>disconnect</c>). Calling it again raises
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
    /// Reads the next message as the specified type. If several calls wait at the same time, each gets one message, in the order
    /// of the calls.
    /// </summary>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.JobResult</c>.</param>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; no message is lost.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="EndOfStreamException">The channel was closed before a message arrived.</exception>
    /// <exception cref="FormatException">The message can't be converted to the type. It counts as read.</exception>
    public Task<T?> ReadMessageAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadOneAsync(Channel.Inbox, type, cancellationToken);

    /// <summary>Reads the messages as the specified type until the channel is closed.</summary>
    /// <remarks>
    /// A message that can't be converted to the type raises <see cref="Error"/> and is skipped. Each loop gets every message
    /// from the moment it begins. Messages that it hasn't taken when it ends are left for the next loop or handler.
    /// </remarks>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.JobResult</c>.</param>
    /// <param name="cancellationToken">Stops reading with <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="T">The messages' type.</typeparam>
    public IAsyncEnumerable<T> ReadMessagesAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadAsync(Channel.Inbox, type, OnError, cancellationToken);

    /// <summary>Raises <see cref="Error"/> for a message that can't be converted to the requested type.</summary>
    internal void ReportError(Exception exception) => OnError(exception);

    private bool Send(IpcMessage message) => Channel.Send(message);

    /// <summary>
    /// Creates the channel if the child has one. For a child that couldn't be started, the channel exists and is closed.
    /// </summary>
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
