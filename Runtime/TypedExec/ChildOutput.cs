using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using TypedExec.Events;
using TypedExec.IO;

namespace TypedExec;

/// <summary>
/// The child's stdout or stderr, or another descriptor that it writes to (Node's <c>subprocess.stdout</c>). Reads go
/// straight into the caller's buffer and wait without a thread; a reader that is slow slows the child down.
/// </summary>
/// <remarks>
/// Read it as a stream, line by line, or through <see cref="Data"/>, one at a time. Each way of reading continues exactly
/// where the one before stopped, also after a <c>break</c> or a cancelled token. Output that nobody reads is kept for a
/// later reader, up to <see cref="SpawnOptions.MaxUnread"/>.
/// </remarks>
public sealed partial class ChildOutput : Stream
{
    internal const int DefaultMaxLineLength = 64_000_000;

    private readonly EventQueue _events;
    private readonly OutputSource _source;
    private readonly IOutputObserver _observer;
    private DataPump? _pump;
    private volatile bool _isDisposed;

    /// <param name="pipe">Where it comes from.</param>
    /// <param name="events">The child's event queue.</param>
    /// <param name="observer">Hears once that the output has ended, and of failures.</param>
    /// <param name="group">The outputs that can hold each other up.</param>
    /// <param name="secrets">What is masked in the messages of exceptions.</param>
    internal ChildOutput(
        ReadPipe pipe, EventQueue events, IOutputObserver observer, OutputGroup? group = null, IReadOnlyList<string>? secrets = null)
    {
        Secrets = secrets ?? [];
        _source = new OutputSource(pipe, group ?? new OutputGroup(SpawnOptions.DefaultMaxUnread), observer);
        _events = events;
        _observer = observer;
    }

    /// <summary>
    /// The output arrived (Node's <c>data</c>). The first handler starts the flow, and removing the last one stops it: what
    /// comes then waits for the next reader. Output that is captured by <c>Exec</c> or <c>ExecFile</c> is delivered from
    /// its beginning, whenever the handler is added; output that goes to other targets only, from then on.
    /// </summary>
    /// <remarks>
    /// Adding a handler never throws: while another read is under way, the flow begins when that has ended. An
    /// <see cref="Encoding"/> that throws raises <see cref="ChildProcess.Error"/> and ends the flow.
    /// </remarks>
    public event EventHandler<DataEventArgs>? Data
    {
        add => LazyInitializer.EnsureInitialized(ref _pump, CreatePump).Add(value);
        remove => _pump?.Remove(value);
    }

    /// <summary>How text is decoded (Node's <c>setEncoding</c>). Set it before reading. Default: UTF-8.</summary>
    public Encoding Encoding { get; set; } = CaptureOptions.DefaultEncoding;

    /// <summary>
    /// The longest line that is read, in bytes. A longer one throws <see cref="InvalidDataException"/>; its bytes can still
    /// be read in other ways. Default: 64 MB (64,000,000).
    /// </summary>
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

    /// <summary>Whether the output can be read: until it is disposed.</summary>
    public override bool CanRead => !_isDisposed;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Not supported: a pipe has no length.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported: a pipe has no position.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What is masked in the messages of exceptions.</summary>
    internal IReadOnlyList<string> Secrets { get; }

    /// <summary>Made when somebody reads: most output is captured.</summary>
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

    /// <summary>Completes when all data was given to the handlers of <see cref="Data"/>; at once where there are none.</summary>
    internal Task Delivered => _pump?.Completion ?? Task.CompletedTask;

    /// <summary>
    /// The rest of the output, as text. If the token is cancelled, nothing is lost: the next reader gets what had come.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
    /// <exception cref="IOException">Output was dropped because nobody read it in time.</exception>
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

    /// <summary>The output as a <see cref="PipeReader"/>, for parsers. What it does not consume is left to the next reader.</summary>
    public PipeReader AsPipeReader()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new OutputPipeReader(this, Reader, _source);
    }

    /// <summary>Reads what there is, at least one byte; 0 is the end.</summary>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
    /// <exception cref="IOException">Output was dropped because nobody read it in time.</exception>
    /// <inheritdoc cref="Stream.ReadAsync(Memory{byte}, CancellationToken)"/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ReadNextAsync(buffer, cancellationToken);
    }

    /// <inheritdoc cref="ReadAsync(Memory{byte}, CancellationToken)"/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Reads what there is, at least one byte, holding the calling thread until there is some; 0 is the end.</summary>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
    /// <exception cref="IOException">Output was dropped because nobody read it in time.</exception>
    /// <inheritdoc cref="Stream.Read(Span{byte})"/>
    public override int Read(Span<byte> buffer)
    {
        EnterAsync().AsTask().GetAwaiter().GetResult();
        try
        {
            if (Reader.IsEmpty && !buffer.IsEmpty)
            {
                return _source.Read(buffer);
            }

            if (!Reader.IsReady)
            {
                _ = Reader.ReadMore();
            }

            return Reader.Take(buffer);
        }
        finally
        {
            Reader.Leave();
        }
    }

    /// <inheritdoc cref="Read(Span{byte})"/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        await EnterAsync(isLoop: true).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bufferSize, 64 * 1024));
        try
        {
            int count;
            while ((count = await ReadHereAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            LeaveLoop();
        }
    }

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Write(byte[], int, int)"/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Does nothing.</summary>
    public override void Flush()
    {
    }

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Seek"/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.SetLength"/>
    public override void SetLength(long value) => throw new NotSupportedException();

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

    /// <summary>Takes the turn to read, after handlers of <see cref="Data"/> that have just been removed.</summary>
    /// <exception cref="InvalidOperationException">Another reads, or the output is captured.</exception>
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
                throw new InvalidOperationException("This output goes to the handlers of Data. Remove them before reading it in another way.");
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadNextAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await EnterAsync().ConfigureAwait(false);
        try
        {
            return await ReadHereAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Reader.Leave();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadHereAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (Reader.IsEmpty && !buffer.IsEmpty)
        {
            return await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        while (!Reader.IsReady && !buffer.IsEmpty && await Reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return Reader.Take(buffer.Span);
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
