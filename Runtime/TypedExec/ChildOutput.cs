using System.IO.Pipelines;
using System.Text;
using TypedExec.Events;
using TypedExec.IO;

namespace TypedExec;

/// <summary>
/// Represents the child's stdout or stderr, or another descriptor that it writes to (Node's <c>subprocess.stdout</c>).
/// </summary>
/// <remarks>
/// Reads go straight into the caller's buffer and wait without blocking a thread; a slow reader slows the child down. Read it
/// as a stream, line by line, or through <see cref="Data"/>, but use only one at a time. Each way of reading continues exactly
/// where the previous one stopped, even after a <c>break</c> or a canceled token. Unread output is kept for a later reader, up
/// to <see cref="SpawnOptions.MaxUnread"/>.
/// </remarks>
public sealed partial class ChildOutput : Stream
{
    internal const int DefaultMaxLineLength = 64_000_000;

    private readonly EventQueue _events;
    private readonly OutputSource _source;
    private readonly IOutputObserver _observer;
    private DataPump? _pump;
    private volatile bool _isDisposed;

    /// <param name="pipe">The pipe to read from.</param>
    /// <param name="events">The child's event queue.</param>
    /// <param name="observer">Is notified once that the output has ended, and of failures.</param>
    /// <param name="group">The outputs that can block each other.</param>
    /// <param name="secrets">The values to mask in exception messages.</param>
    internal ChildOutput(
        ReadPipe pipe, EventQueue events, IOutputObserver observer, OutputGroup? group = null, IReadOnlyList<string>? secrets = null)
    {
        Secrets = secrets ?? [];
        _source = new OutputSource(pipe, group ?? new OutputGroup(SpawnOptions.DefaultMaxUnread), observer);
        _events = events;
        _observer = observer;
    }

    /// <summary>
    /// Occurs when output arrives (Node's <c>data</c>). Adding the first handler starts the flow, and removing the last one stops
    /// it; output that arrives afterwards waits for the next reader.
    /// </summary>
    /// <remarks>Output that is captured by <c>Exec</c> or <c>ExecFile</c> is delivered from its beginning, no matter when the
    /// handler is added. Output that only goes to other targets is delivered from then on. Adding a handler never throws: if
    /// another read is in progress, the flow begins when that read ends. An <see cref="Encoding"/> that throws raises
    /// <see cref="ChildProcess.Error"/> and ends the flow.</remarks>
    public event EventHandler<DataEventArgs>? Data
    {
        add => LazyInitializer.EnsureInitialized(ref _pump, CreatePump).Add(value);
        remove => _pump?.Remove(value);
    }

    /// <summary>Gets or sets the encoding that text is decoded with (Node's <c>setEncoding</c>).</summary>
    /// <remarks>Set it before you read. The default is UTF-8.</remarks>
    public Encoding Encoding { get; set; } = CaptureOptions.DefaultEncoding;

    /// <summary>Gets or sets the maximum length of a line, in bytes.</summary>
    /// <remarks>
    /// A longer line throws <see cref="InvalidDataException"/>, and its bytes can still be read in other ways. The default is
    /// 64 MB (64,000,000).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxLineLength
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = DefaultMaxLineLength;

    /// <summary>Gets the values that are masked in exception messages.</summary>
    internal IReadOnlyList<string> Secrets { get; }

    /// <summary>Created on first use, because most output is captured.</summary>
    private OutputReader Reader
    {
        get
        {
            if (field is null)
            {
                _ = Interlocked.CompareExchange(ref field, new OutputReader(_source), null);
            }

            return field;
        }
    }

    /// <summary>
    /// Completes when all data has been delivered to the handlers of <see cref="Data"/>, or immediately if there are none.
    /// </summary>
    internal Task Delivered => _pump?.Completion ?? Task.CompletedTask;

    /// <summary>
    /// Reads the rest of the output as text. If the token is canceled, nothing is lost: the next reader gets the output that had
    /// arrived.
    /// </summary>
    /// <param name="cancellationToken">Stops reading with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read in time.</exception>
    public async Task<string> ReadToEndAsync(CancellationToken cancellationToken = default)
    {
        await EnterAsync(isLoop: true).ConfigureAwait(false);
        try
        {
            while (await Reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            var text = Encoding.GetString(Reader.Unread.Span);
            Reader.Advance(Reader.Unread.Length);
            return text;
        }
        finally
        {
            LeaveLoop();
        }
    }

    /// <summary>
    /// Returns the output as a <see cref="PipeReader"/>, for parsers. Output that the reader doesn't consume is left for the next
    /// reader.
    /// </summary>
    public PipeReader AsPipeReader()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new OutputPipeReader(this, Reader, _source);
    }

    /// <inheritdoc cref="OutputSource.Start"/>
    internal void Start() => _source.Start();

    /// <inheritdoc cref="OutputSource.CaptureTo(OutputBuffer)"/>
    internal void CaptureTo(OutputBuffer buffer) => _source.CaptureTo(buffer);

    /// <inheritdoc cref="OutputSource.CaptureTo(OutputBuffer?, IReadOnlyList{OutputTarget}, Action{Exception})"/>
    internal void CaptureTo(OutputBuffer? buffer, IReadOnlyList<OutputTarget> targets, Action<Exception> failed)
        => _source.CaptureTo(buffer, targets, failed);

    /// <inheritdoc cref="OutputSource.GiveUp"/>
    internal void GiveUp() => _source.GiveUp();

    /// <inheritdoc cref="OutputSource.OnChildExited"/>
    internal void OnChildExited() => _source.OnChildExited();

    /// <inheritdoc cref="OutputSource.Close"/>
    internal void CloseEnd() => _source.Close();

    /// <inheritdoc cref="OutputSource.CloseKeepingRest"/>
    internal void CloseKeepingRest() => _source.CloseKeepingRest();

    /// <summary>Takes the turn to read, after <see cref="Data"/> handlers that have just been removed have finished.</summary>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    internal async ValueTask EnterAsync(bool isLoop = false)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _source.ThrowIfCaptured();
        if (!Reader.TryEnter())
        {
            if (_pump is { IsStopping: true })
            {
                await _pump.Completion.ConfigureAwait(false);
            }
            else if (_pump is { IsActive: true })
            {
                throw new InvalidOperationException("This output is delivered to the handlers of Data. Remove them before you read it in another way.");
            }

            Reader.Enter();
        }

        if (isLoop)
        {
            _source.BeginLoop(deliversEnd: false);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        CloseEnd();
        base.Dispose(disposing);
    }

    private void LeaveLoop()
    {
        _source.EndLoop(Reader.IsAtEnd);
        Reader.Leave();
    }

    private DataPump CreatePump()
        => new(
            this,
            _source.Captured is { } capture ? new CaptureFeed(capture) : _source.Passing ?? (DataFeed)new PipeFeed(_source, Reader),
            _events,
            _observer.OnFailed);
}
