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
/// Read it as a stream, by lines, or through <see cref="Data"/>; one of them at a time. What is left unread when the child
/// exits is kept for a later reader.
/// </remarks>
public sealed class ChildOutput : Stream
{
    private readonly Lock _gate = new();
    private readonly EventQueue _events;
    private readonly Action _ended;
    private ReadEnd _source;
    private DataPump? _pump;
    private bool _isRead;
    private bool _isReading;
    private bool _isCaptured;
    private bool _hasChildExited;
    private bool _isEnded;

    internal ChildOutput(ReadEnd source, EventQueue events, Action ended)
    {
        _source = source;
        _ended = ended;
        _events = events;
    }

    /// <summary>
    /// The output arrived (Node's <c>data</c>). The first handler starts the flow; until then output waits in the pipe.
    /// </summary>
    /// <exception cref="InvalidOperationException">The output is captured by <c>Exec</c> or <c>ExecFile</c>.</exception>
    public event EventHandler<DataEventArgs>? Data
    {
        add
        {
            lock (_gate)
            {
                ThrowIfCaptured();
                (_pump ??= new DataPump(this, _events)).Add(value);
            }
        }
        remove => _pump?.Remove(value);
    }

    /// <summary>How text is decoded (Node's <c>setEncoding</c>). To be set before reading. Default: UTF-8.</summary>
    public Encoding Encoding { get; set; } = CaptureOptions.DefaultEncoding;

    /// <inheritdoc/>
    public override bool CanRead => true;

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

    /// <summary>Completes when all data was given to the handlers of <see cref="Data"/>; at once where there are none.</summary>
    internal Task Delivered => _pump?.Completion ?? Task.CompletedTask;

    private bool IsPumped => _pump is { IsActive: true };

    /// <summary>
    /// The lines, as they arrive, without their ends <c>\n</c> or <c>\r\n</c>; a last line without an end counts.
    /// </summary>
    /// <param name="ct">Ends the reading with <see cref="OperationCanceledException"/>; the child goes on.</param>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(CancellationToken ct = default) => new Lines(this, Encoding, ct);

    /// <summary>The lines as bytes, without a string of each, whatever <see cref="Encoding"/> is.</summary>
    public Utf8LineReader ReadUtf8Lines() => new(this);

    /// <summary>All that is left of the output, as text.</summary>
    /// <param name="ct">Ends the reading with <see cref="OperationCanceledException"/>; the child goes on.</param>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    public async Task<string> ReadToEndAsync(CancellationToken ct = default)
    {
        using var bytes = new MemoryStream();
        await CopyToAsync(bytes, ct).ConfigureAwait(false);
        return Encoding.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>The output as a <see cref="PipeReader"/>, for parsers without copies.</summary>
    public PipeReader AsPipeReader() => PipeReader.Create(this, new StreamPipeReaderOptions(leaveOpen: true));

    /// <summary>Reads what there is, at least one byte; 0 is the end.</summary>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    /// <inheritdoc cref="Stream.ReadAsync(Memory{byte}, CancellationToken)"/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfPumped();
        return ReadCoreAsync(buffer, cancellationToken);
    }

    /// <inheritdoc cref="ReadAsync(Memory{byte}, CancellationToken)"/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Reads what there is, at least one byte, holding the calling thread until there is some; 0 is the end.</summary>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    /// <inheritdoc cref="Stream.Read(Span{byte})"/>
    public override int Read(Span<byte> buffer)
    {
        ThrowIfPumped();
        var source = BeginRead();
        var count = -1;
        try
        {
            count = source.Read(buffer);
        }
        finally
        {
            EndRead(count == 0 && !buffer.IsEmpty);
        }

        return count;
    }

    /// <inheritdoc cref="Read(Span{byte})"/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
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

    /// <summary>Gives everything to a sink, for the calls that capture; to be called before anything is read.</summary>
    internal void CaptureTo(OutputBuffer buffer)
    {
        lock (_gate)
        {
            _isCaptured = true;
        }

        buffer.Ended = OnEnded;
        _source.CollectTo(buffer);
    }

    /// <summary>The child has exited: what nobody is reading is drained.</summary>
    internal void OnChildExited()
    {
        lock (_gate)
        {
            _hasChildExited = true;
            if (_isReading || _isCaptured)
            {
                return;
            }
        }

        Drain();
    }

    /// <summary>Gives up on what has not been read yet.</summary>
    internal void CloseEnd()
    {
        _source.Close();
        if (!IsPumped)
        {
            OnEnded();
        }
    }

    /// <summary>Gives up on what a descendant may still write; what is there already is not lost.</summary>
    internal void CloseKeepingRest()
    {
        _source.CloseKeepingRest();
        if (!IsPumped)
        {
            OnEnded();
        }
    }

    /// <summary>The pump has given the handlers all there was.</summary>
    internal void OnPumped() => OnEnded();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken ct)
    {
        var source = BeginRead();
        var count = -1;
        try
        {
            count = await source.ReadAsync(buffer, ct).ConfigureAwait(false);
        }
        finally
        {
            EndRead(count == 0 && !buffer.IsEmpty);
        }

        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        CloseEnd();
        base.Dispose(disposing);
    }

    private ReadEnd BeginRead()
    {
        lock (_gate)
        {
            ThrowIfCaptured();
            if (_isReading)
            {
                throw new InvalidOperationException("A read of this output is under way already; await it first.");
            }

            _isRead = true;
            _isReading = true;
            return _source;
        }
    }

    private void EndRead(bool isEnd)
    {
        bool drain;
        lock (_gate)
        {
            _isReading = false;
            drain = _hasChildExited && !isEnd;
        }

        if (isEnd && !IsPumped)
        {
            OnEnded();
        }
        else if (drain)
        {
            Drain();
        }
    }

    private void Drain()
    {
        DrainedEnd drained;
        lock (_gate)
        {
            // What is pumped to handlers is read to its end anyway.
            if (_isEnded || _source is DrainedEnd || IsPumped)
            {
                return;
            }

            _source = drained = new DrainedEnd(_source, _isRead, OnEnded);
        }

        _ = drained.RunAsync();
    }

    private void OnEnded()
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return;
            }

            _isEnded = true;
        }

        _ended();
    }

    private void ThrowIfCaptured()
    {
        if (_isCaptured)
        {
            throw new InvalidOperationException(
                "This output is captured by Exec or ExecFile: await the Execution for it, or use Spawn to read it as it comes.");
        }
    }

    private void ThrowIfPumped()
    {
        if (IsPumped)
        {
            throw new InvalidOperationException("This output goes to the handlers of Data; it cannot be read besides.");
        }
    }
}
