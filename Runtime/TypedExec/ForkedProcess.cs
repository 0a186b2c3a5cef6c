using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Ipc;

namespace TypedExec;

/// <summary>A forked child of which the messages have types.</summary>
/// <typeparam name="TSend">What the parent sends.</typeparam>
/// <typeparam name="TReceive">What the child sends.</typeparam>
public sealed class ForkedProcess<TSend, TReceive> : IAsyncDisposable
{
    private readonly JsonTypeInfo<TSend> _send;
    private readonly JsonTypeInfo<TReceive> _receive;
    private readonly ConditionalWeakTable<EventHandler<MessageEventArgs<TReceive>>, EventHandler<MessageEventArgs>> _handlers = [];

    /// <summary>Gives the messages of a child their types.</summary>
    /// <param name="process">The child, started by <c>Fork</c> or with <see cref="Stdio.Ipc"/>.</param>
    /// <param name="send">The metadata of what the parent sends.</param>
    /// <param name="receive">The metadata of what the child sends.</param>
    public ForkedProcess(ChildProcess process, JsonTypeInfo<TSend> send, JsonTypeInfo<TReceive> receive)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(receive);
        Process = process;
        _send = send;
        _receive = receive;
    }

    /// <summary>Gives the messages of a child their types.</summary>
    /// <param name="process">The child, started by <c>Fork</c> or with <see cref="Stdio.Ipc"/>.</param>
    /// <param name="context">The context that has the metadata of both types, by <c>[JsonSerializable]</c>.</param>
    /// <exception cref="InvalidOperationException">The context lacks one of them.</exception>
    public ForkedProcess(ChildProcess process, JsonSerializerContext context)
        : this(process, TypeInfo<TSend>(context), TypeInfo<TReceive>(context))
    {
    }

    /// <summary>
    /// The child sent a message (Node's <c>message</c>). One that does not fit the type raises the child's
    /// <see cref="ChildProcess.Error"/> instead.
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

    /// <summary>The child itself: its other events, its streams, its end.</summary>
    public ChildProcess Process { get; }

    /// <summary>Sends a message (Node's <c>send</c>), without waiting.</summary>
    /// <param name="message">The message.</param>
    /// <returns>
    /// False when much is waiting to be written, which is a reason to slow down, or when the channel is closed, which
    /// raises <see cref="ChildProcess.Error"/>.
    /// </returns>
    public bool Send(TSend message) => Process.Send(message, _send);

    /// <summary>Sends a message and waits until it has been handed to the operating system.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the waiting; the message may still be sent.</param>
    /// <exception cref="ExecException">The channel is closed (<c>ERR_IPC_CHANNEL_CLOSED</c>).</exception>
    public Task SendAsync(TSend message, CancellationToken cancellationToken = default) => Process.SendAsync(message, _send, cancellationToken);

    /// <summary>The next message. Calls that wait at the same time get one message each, in their order.</summary>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; no message is lost by it.</param>
    /// <exception cref="EndOfStreamException">The channel was closed before a message came.</exception>
    /// <exception cref="FormatException">The message does not fit the type. It counts as read.</exception>
    public Task<TReceive?> ReadMessageAsync(CancellationToken cancellationToken = default) => Process.ReadMessageAsync(_receive, cancellationToken);

    /// <summary>The messages, until the channel is closed. What a loop has not taken when it is left stays for the next one.</summary>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    public IAsyncEnumerable<TReceive> ReadMessagesAsync(CancellationToken cancellationToken = default) => Process.ReadMessagesAsync(_receive, cancellationToken);

    /// <summary>Closes the channel (Node's <c>disconnect</c>), after what was sent is written.</summary>
    public void Disconnect() => Process.Disconnect();

    /// <summary>Ends the child if it still runs, and waits for its end.</summary>
    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerContext context)
        => context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T> ?? throw new InvalidOperationException(
            $"{context.GetType().Name} has no metadata of {typeof(T).Name}: put [JsonSerializable(typeof({typeof(T).Name}))] on it.");

    private EventHandler<MessageEventArgs> Adapt(EventHandler<MessageEventArgs<TReceive>> handler) => (_, message) =>
    {
        if (TypedMessages.TryGet(message, _receive, Process.ReportError, out var value))
        {
            handler(this, new MessageEventArgs<TReceive>(value!));
        }
    };
}
