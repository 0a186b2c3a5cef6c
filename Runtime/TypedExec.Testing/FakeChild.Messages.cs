using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Ipc;
using TypedExec.Platform.Managed;
using TypedExec.Testing.Fakes;

namespace TypedExec.Testing;

/// <content>The channel to the parent, like <see cref="ParentChannel"/> in a program.</content>
public sealed partial class FakeChild
{
    private readonly IpcChannel? _channel;
    private readonly EventQueue _events = new(ExecutionContext.Capture());
    private readonly TaskCompletionSource _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Occurs when the parent sends a message. Messages that arrive before the first handler are kept for it.</summary>
    /// <exception cref="InvalidOperationException">The child was started without a channel.</exception>
    public event EventHandler<MessageEventArgs>? Message
    {
        add => Channel.Inbox.Add(value);
        remove => Channel.Inbox.Remove(value);
    }

    /// <summary>Gets a value that indicates whether there is an open channel.</summary>
    public bool Connected => _channel is { IsConnected: true };

    /// <summary>Gets a task that completes when either side closes the channel.</summary>
    public Task Disconnected => _channel is null ? Task.CompletedTask : _disconnected.Task;

    private IpcChannel Channel => _channel ?? throw new InvalidOperationException(
        "This fake has no message channel. Start the command with Fork, or include Stdio.Ipc in the Stdio option.");

    /// <summary>Sends a message to the parent.</summary>
    /// <param name="value">The message.</param>
    /// <returns>False if many messages are waiting to be read or the channel is closed.</returns>
    /// <exception cref="InvalidOperationException">The child was started without a channel.</exception>
    public bool Send(JsonElement value) => Channel.Send(SendableMessage.From(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(string? value) => Channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(bool value) => Channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(int value) => Channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(double value) => Channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    public bool Send<T>(T value, JsonTypeInfo<T> type) => Channel.Send(IpcMessage.From(value, type));

    /// <summary>Sends a message to the parent and waits until it has been written.</summary>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public Task SendAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => Channel.SendAsync(IpcMessage.From(value, type), cancellationToken);

    /// <summary>Reads the parent's next message as JSON.</summary>
    /// <param name="cancellationToken">Stops waiting; no message is lost.</param>
    /// <exception cref="EndOfStreamException">The channel was closed before a message arrived.</exception>
    public async Task<JsonElement> ReadMessageAsync(CancellationToken cancellationToken = default)
    {
        await Channel.Inbox.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var reader = Channel.Inbox.Read();
            return (await reader.TakeAsync(cancellationToken).ConfigureAwait(false))?.Value
                ?? throw new EndOfStreamException("The channel is closed, so there are no more messages.");
        }
        finally
        {
            Channel.Inbox.Turn.Release();
        }
    }

    /// <summary>Reads the parent's next message as the specified type.</summary>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Stops waiting; no message is lost.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="EndOfStreamException">The channel was closed before a message arrived.</exception>
    /// <exception cref="FormatException">The message can't be converted to the type. It counts as read.</exception>
    public Task<T?> ReadMessageAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadOneAsync(Channel.Inbox, type, cancellationToken);

    /// <summary>
    /// Reads the parent's messages as the specified type until the channel is closed. A message that can't be converted to the
    /// type is skipped.
    /// </summary>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <typeparam name="T">The messages' type.</typeparam>
    public IAsyncEnumerable<T> ReadMessagesAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadAsync(Channel.Inbox, type, static _ => { }, cancellationToken);

    /// <summary>Closes the channel after pending messages have been written.</summary>
    public void Disconnect() => Channel.Disconnect();

    /// <summary>Makes sure that sent messages arrive before the child's exit is seen.</summary>
    internal async Task FlushAsync()
    {
        if (_channel is not null)
        {
            await ((Task)_channel.FlushAsync()).WaitAsync(Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IpcChannel? OpenChannel(FakeProcess fake)
    {
        if (fake.Call.Request.IpcIndex is not { } index)
        {
            return null;
        }

        var stream = fake.Descriptors[index];
        ReadPipe input = new StreamReadPipe(stream);
        var channel = new IpcChannel(
            input, new StreamWritePipe(stream), MessageCodec.For(fake.Call.Request.Serialization), _events, this,
            static _ => { }, _disconnected.SetResult);
        channel.Start();
        return channel;
    }
}
