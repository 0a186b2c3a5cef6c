using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Ipc;

namespace TypedExec;

/// <summary>Represents a forked child whose messages are typed.</summary>
/// <typeparam name="TSend">The type of the messages that the parent sends.</typeparam>
/// <typeparam name="TReceive">The type of the messages that the child sends.</typeparam>
public sealed class ForkedProcess<TSend, TReceive> : IAsyncDisposable
{
    private readonly JsonTypeInfo<TSend> _send;
    private readonly JsonTypeInfo<TReceive> _receive;
    private readonly ConditionalWeakTable<EventHandler<MessageEventArgs<TReceive>>, EventHandler<MessageEventArgs>> _handlers = [];

    /// <summary>Initializes a new instance that types the messages of a child.</summary>
    /// <param name="process">The child, started by <c>Fork</c> or with <see cref="Stdio.Ipc"/>.</param>
    /// <param name="send">The metadata of the type that the parent sends.</param>
    /// <param name="receive">The metadata of the type that the child sends.</param>
    public ForkedProcess(ChildProcess process, JsonTypeInfo<TSend> send, JsonTypeInfo<TReceive> receive)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(receive);
        Process = process;
        _send = send;
        _receive = receive;
    }

    /// <summary>Initializes a new instance that types the messages of a child.</summary>
    /// <param name="process">The child, started by <c>Fork</c> or with <see cref="Stdio.Ipc"/>.</param>
    /// <param name="context">The context that has the metadata of both types, through <c>[JsonSerializable]</c>.</param>
    /// <exception cref="InvalidOperationException">The context lacks one of them.</exception>
    public ForkedProcess(ChildProcess process, JsonSerializerContext context)
        : this(process, TypeInfo<TSend>(context), TypeInfo<TReceive>(context))
    {
    }

    /// <summary>
    /// Occurs when the child sends a message (Node's <c>message</c>). A message that can't be converted to the type raises the
    /// child's <see cref="ChildProcess.Error"/> instead.
    /// </summary>
    public event EventHandler<MessageEventArgs<TReceive>>? Message
    {
        add
        {
            if (value is not null)
            {
                Process.Message += _handlers.GetValue(value, Adapt);
            }
        }
        remove
        {
            if (value is not null && _handlers.TryGetValue(value, out var handler))
            {
                Process.Message -= handler;
            }
        }
    }

    /// <summary>Gets the child itself, with its other events, its streams and its exit status.</summary>
    public ChildProcess Process { get; }

    /// <summary>Sends a message without waiting (Node's <c>send</c>).</summary>
    /// <param name="message">The message.</param>
    /// <returns>False if many messages are waiting to be written, which is a reason to slow down, or if the channel is closed,
    /// which raises <see cref="ChildProcess.Error"/>.</returns>
    public bool Send(TSend message) => Process.Send(message, _send);

    /// <summary>Sends a message and waits until it has been handed to the operating system.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops waiting; the message may still be sent.</param>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public Task SendAsync(TSend message, CancellationToken cancellationToken = default) => Process.SendAsync(message, _send, cancellationToken);

    /// <summary>
    /// Reads the next message. If several calls wait at the same time, each gets one message, in the order of the calls.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; no message is lost.</param>
    /// <exception cref="EndOfStreamException">The channel was closed before a message arrived.</exception>
    /// <exception cref="FormatException">The message can't be converted to the type. It counts as read.</exception>
    public Task<TReceive?> ReadMessageAsync(CancellationToken cancellationToken = default) => Process.ReadMessageAsync(_receive, cancellationToken);

    /// <summary>
    /// Reads the messages until the channel is closed. Messages that a loop hasn't taken when it ends are left for the next one.
    /// </summary>
    /// <param name="cancellationToken">Stops reading with <see cref="OperationCanceledException"/>.</param>
    public IAsyncEnumerable<TReceive> ReadMessagesAsync(CancellationToken cancellationToken = default) => Process.ReadMessagesAsync(_receive, cancellationToken);

    /// <summary>Closes the channel after pending messages have been written (Node's <c>disconnect</c>).</summary>
    public void Disconnect() => Process.Disconnect();

    /// <summary>Stops the child if it is still running, and waits until it has exited.</summary>
    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerContext context)
        => context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? throw new InvalidOperationException(
            $"{context.GetType().Name} has no metadata for {typeof(T).Name}. Add [JsonSerializable(typeof({typeof(T).Name}))] to it.");

    private EventHandler<MessageEventArgs> Adapt(EventHandler<MessageEventArgs<TReceive>> handler) => (_, message) =>
    {
        if (TypedMessages.TryGet(message, _receive, Process.ReportError, out var value))
        {
            handler(this, new MessageEventArgs<TReceive>(value!));
        }
    };
}
