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
/// The channel to the process that forked this one, a Node program or a .NET one: what Node has as <c>process.send</c>,
/// <c>process.on('message')</c> and <c>process.disconnect</c>.
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
    /// The parent sent a message (Node's <c>message</c>). What arrives before the first handler, and after the last one was
    /// removed, is kept for the next.
    /// </summary>
    public event EventHandler<MessageEventArgs>? Message
    {
        add => _channel.Inbox.Add(value);
        remove => _channel.Inbox.Remove(value);
    }

    /// <summary>The channel was closed, by either side or by the parent's end (Node's <c>disconnect</c>).</summary>
    public event EventHandler? Disconnected
    {
        add => _disconnected.Add(value);
        remove => _disconnected.Remove(value);
    }

    /// <summary>A message could not be read or sent (Node's <c>error</c>).</summary>
    public event EventHandler<ProcessErrorEventArgs>? Error
    {
        add => _error.Add(value);
        remove => _error.Remove(value);
    }

    /// <summary>Whether messages can be sent (Node's <c>connected</c>).</summary>
    public bool Connected => _channel.IsConnected;

    /// <summary>
    /// Connects to the parent. The environment entries that tell of the channel are removed, so that the children of this
    /// process do not take it for theirs; further calls give the same channel.
    /// </summary>
    /// <param name="exitWhenClosed">
    /// Whether this process ends by itself, with <see cref="Environment.ExitCode"/>, once the channel is closed and the handlers of
    /// <see cref="Disconnected"/> have run.
    /// </param>
    /// <returns>
    /// The channel, or null when this process was not forked. Null too where the environment names a descriptor that is no
    /// channel: a shell script between a Node parent and this program passes the variable on and not always the socket,
    /// and the number may be that of a file of this process by then. Such a descriptor is not touched.
    /// </returns>
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
                    // Before it starts: the parent may have disconnected already.
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

    /// <summary>Sends a message (Node's <c>process.send</c>), without waiting. What was sent is written before the process ends.</summary>
    /// <param name="value">The message.</param>
    /// <returns>
    /// False when much is waiting to be written, which is a reason to slow down, or when the channel is closed, which
    /// raises <see cref="Error"/> with the code <c>ERR_IPC_CHANNEL_CLOSED</c>.
    /// </returns>
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
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.JobResult</c>.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    public bool Send<T>(T value, JsonTypeInfo<T> type) => _channel.Send(IpcMessage.From(value, type));

    /// <summary>Sends a value of those that <see cref="MessageEventArgs.Object"/> lists, for <see cref="Serialization.Advanced"/>.</summary>
    /// <inheritdoc cref="Send(JsonElement)"/>
    /// <exception cref="ArgumentException">The value has no counterpart in JavaScript.</exception>
    public bool SendObject(object? value) => _channel.Send(SendableMessage.From(value, _channel));

    /// <summary>Sends a message and waits until it has been handed to the operating system.</summary>
    /// <param name="value">The message.</param>
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.JobResult</c>.</param>
    /// <param name="cancellationToken">Ends the waiting; the message may still be sent.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public Task SendAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => _channel.SendAsync(IpcMessage.From(value, type), cancellationToken);

    /// <summary>
    /// Closes the channel (Node's <c>process.disconnect</c>), after what was sent is written. A second time raises
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
    /// The next message, as a type. Calls that wait at the same time get one message each, in their order.
    /// </summary>
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; no message is lost by it.</param>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <exception cref="EndOfStreamException">The channel was closed before a message came.</exception>
    /// <exception cref="FormatException">The message does not fit the type. It counts as read.</exception>
    public Task<T?> ReadMessageAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadOneAsync(_channel.Inbox, type, cancellationToken);

    /// <summary>
    /// The messages as a type, until the channel is closed. One that does not fit the type raises <see cref="Error"/> and
    /// is passed over. Every loop gets every message from when it begins; what it has not taken when it is left stays for
    /// the next one, or for a handler.
    /// </summary>
    /// <param name="type">The type's source-generated metadata, as <c>AppJson.Default.Job</c>.</param>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="T">The messages' type.</typeparam>
    public IAsyncEnumerable<T> ReadMessagesAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        => TypedMessages.ReadAsync(_channel.Inbox, type, OnError, cancellationToken);

    /// <summary>Waits until the channel is closed and the handlers of <see cref="Disconnected"/> have run.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
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
