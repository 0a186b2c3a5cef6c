using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Ipc;
using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// Represents the channel to the process that forked this one, which may be a Node or a .NET program: what Node has as
/// <c>process.send</c>, <c>process.on('message')</c> and <c>process.disconnect</c>.
/// </summary>
public sealed class ParentChannel
{
    private static readonly Lock ConnectGate = new();
    private static ParentChannel? s_instance;

    private readonly EventQueue _queue = new();
    private readonly TerminalEvent _disconnected;
    private readonly TerminalEvent<ProcessErrorEventArgs> _error;
    private Completion<bool> _end;
    private readonly IpcChannel _channel;
    private volatile bool _exitsWhenClosed;

    private ParentChannel((ReadPipe Output, WritePipe Input) ends, Serialization serialization)
    {
        _disconnected = new(_queue, this);
        _error = new(_queue, this);
        var (output, input) = ends;
        _channel = new IpcChannel(
            output, input, MessageCodec.For(serialization), _queue, this, OnError, OnDisconnected);
    }

    /// <summary>
    /// Occurs when the parent sends a message (Node's <c>message</c>). Messages that arrive while there is no handler are kept
    /// for the next one.
    /// </summary>
    public event EventHandler<MessageEventArgs>? Message
    {
        add => _channel.Inbox.Add(value);
        remove => _channel.Inbox.Remove(value);
    }

    /// <summary>Occurs when either side closes the channel or the parent exits (Node's <c>disconnect</c>).</summary>
    public event EventHandler? Disconnected
    {
        add => _disconnected.Add(value);
        remove => _disconnected.Remove(value);
    }

    /// <summary>Occurs when a message can't be read or sent (Node's <c>error</c>).</summary>
    public event EventHandler<ProcessErrorEventArgs>? Error
    {
        add => _error.Add(value);
        remove => _error.Remove(value);
    }

    /// <summary>Gets a value that indicates whether messages can be sent (Node's <c>connected</c>).</summary>
    public bool Connected => _channel.IsConnected;

    /// <summary>Connects to the parent.</summary>
    /// <remarks>
    /// The environment entries that describe the channel are removed, so that children of this process don't mistake it for
    /// theirs. Further calls return the same channel.
    /// </remarks>
    /// <param name="exitWhenClosed">True to end this process, with <see cref="Environment.ExitCode"/>, after the channel is
    /// closed and the handlers of <see cref="Disconnected"/> have run.</param>
    /// <returns>The channel, or null if this process wasn't forked. Also null if the environment names a descriptor that isn't a
    /// channel. That happens when a shell script between a Node parent and this program passes on the variable but not the
    /// socket; the number may then belong to a file of this process. Such a descriptor isn't touched.</returns>
    public static ParentChannel? Connect(bool exitWhenClosed = false)
    {
        lock (ConnectGate)
        {
            if (s_instance is null)
            {
                var descriptor = Environment.GetEnvironmentVariable(ChannelVariables.Descriptor);
                var mode = Environment.GetEnvironmentVariable(ChannelVariables.Mode);
                if (!int.TryParse(descriptor, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    || Backend.Current.OpenChannel(number) is not { } ends)
                {
                    return null;
                }

                Environment.SetEnvironmentVariable(ChannelVariables.Descriptor, null);
                Environment.SetEnvironmentVariable(ChannelVariables.Mode, null);
                s_instance = new ParentChannel(ends, mode == "advanced" ? Serialization.Advanced : Serialization.Json)
                {
                    // Set before it starts, because the parent may have disconnected already.
                    _exitsWhenClosed = exitWhenClosed,
                };
                s_instance._channel.Start();
            }
            else if (exitWhenClosed)
            {
                s_instance.ExitWhenClosed();
            }

            return s_instance;
        }
    }

    /// <summary>
    /// Sends a message without waiting (Node's <c>process.send</c>). Pending messages are written before the process ends.
    /// </summary>
    /// <param name="value">The message.</param>
    /// <returns>False if many messages are waiting to be written, which is a reason to slow down, or if the channel is closed,
    /// which raises <see cref="Error"/> with the code <c>ERR_IPC_CHANNEL_CLOSED</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is undefined (<c>ERR_MISSING_ARGS</c>).</exception>
    public bool Send(JsonElement value) => _channel.Send(SendableMessage.From(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(string? value) => _channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(bool value) => _channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(int value) => _channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(long value) => _channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    public bool Send(double value) => _channel.Send(IpcMessage.FromValue(value));

    /// <inheritdoc cref="Send(JsonElement)"/>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.JobResult</c>.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    public bool Send<T>(T value, JsonTypeInfo<T> type) => _channel.Send(IpcMessage.From(value, type));

    /// <summary>
    /// Sends a value of one of the types listed at <see cref="MessageEventArgs.Object"/> without waiting, for
    /// <see cref="Serialization.Advanced"/>.
    /// </summary>
    /// <inheritdoc cref="Send(JsonElement)"/>
    /// <exception cref="ArgumentException">The value has no counterpart in JavaScript.</exception>
    public bool SendObject(object? value) => _channel.Send(SendableMessage.From(value, _channel));

    /// <summary>Sends a message and waits until it has been handed to the operating system.</summary>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.JobResult</c>.</param>
    /// <param name="cancellationToken">Stops waiting; the message may still be sent.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public Task SendAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => _channel.SendAsync(IpcMessage.From(value, type), cancellationToken);

    /// <summary>
    /// Closes the channel after pending messages have been written (Node's <c>process.disconnect</c>). Calling it again raises
    /// <see cref="Error"/> with the code <c>ERR_IPC_DISCONNECTED</c>.
    /// </summary>
    public void Disconnect()
    {
        if (!_channel.Disconnect())
        {
            OnError(IpcChannel.Disconnected());
        }
    }

    /// <summary>
    /// Reads the next message as the specified type. If several calls wait at the same time, each gets one message, in the order
    /// of the calls.
    /// </summary>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; no message is lost.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="EndOfStreamException">The channel was closed before a message arrived.</exception>
    /// <exception cref="FormatException">The message can't be converted to the type. It counts as read.</exception>
    public Task<T?> ReadMessageAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadOneAsync(_channel.Inbox, type, cancellationToken);

    /// <summary>Reads the messages as the specified type until the channel is closed.</summary>
    /// <remarks>
    /// A message that can't be converted to the type raises <see cref="Error"/> and is skipped. Each loop gets every message
    /// from the moment it begins. Messages that it hasn't taken when it ends are left for the next loop or handler.
    /// </remarks>
    /// <param name="type">The type's source-generated metadata, such as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Stops reading with <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="T">The messages' type.</typeparam>
    public IAsyncEnumerable<T> ReadMessagesAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadAsync(_channel.Inbox, type, OnError, cancellationToken);

    /// <summary>Waits until the channel is closed and the handlers of <see cref="Disconnected"/> have run.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task WaitForDisconnectAsync(CancellationToken cancellationToken = default)
        => _queue.AfterDeliveriesAsync(_end.GetTask(_queue.Gate)).WaitAsync(cancellationToken);

    private void ExitWhenClosed()
    {
        _exitsWhenClosed = true;
        if (_end.GetTask(_queue.Gate).IsCompleted)
        {
            Environment.Exit(Environment.ExitCode);
        }
    }

    private void OnError(Exception exception) => _error.Raise(new ProcessErrorEventArgs(exception));

    private void OnDisconnected()
    {
        _disconnected.Raise(EventArgs.Empty);
        _queue.Enqueue(() =>
        {
            _end.SetResult(_queue.Gate, true);
            if (_exitsWhenClosed)
            {
                Environment.Exit(Environment.ExitCode);
            }
        });
    }
}
