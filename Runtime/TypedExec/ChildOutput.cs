using System.IO.Pipelines;
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
    private readonly EventQueue _events;
    private readonly OutputSource _source;
    private DataPump? _pump;

    internal ChildOutput(ReadPipe source, EventQueue events, Action ended)
    {
        _source = new OutputSource(source, ended);
        _events = events;
    }

    /// <summary>
    /// The output arrived (Node's <c>data</c>). The first handler starts the flow; until then output waits in the pipe.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The output is captured by <c>Exec</c> or <c>ExecFile</c>, or a read is under way.
    /// </exception>
    public event EventHandler<DataEventArgs>? Data
    {
        add => LazyInitializer.EnsureInitialized(ref _pump, () => new DataPump(this, _source, _events)).Add(value);
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

    /// <summary>
    /// The lines, as they arrive, without their ends <c>\n</c> or <c>\r\n</c>; a last line without an end counts.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>; the child goes on.</param>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(CancellationToken cancellationToken = default) => new Lines(this, Encoding, cancellationToken);

    /// <summary>The lines as bytes, without a string of each, whatever <see cref="Encoding"/> is.</summary>
    public Utf8LineReader ReadUtf8Lines() => new(this);

    /// <summary>All that is left of the output, as text.</summary>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>; the child goes on.</param>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    public async Task<string> ReadToEndAsync(CancellationToken cancellationToken = default)
    {
        using var bytes = new MemoryStream();
        await CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return Encoding.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>The output as a <see cref="PipeReader"/>, for parsers without copies.</summary>
    public PipeReader AsPipeReader() => PipeReader.Create(this, new StreamPipeReaderOptions(leaveOpen: true));

    /// <summary>Reads what there is, at least one byte; 0 is the end.</summary>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    /// <inheritdoc cref="Stream.ReadAsync(Memory{byte}, CancellationToken)"/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => _source.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc cref="ReadAsync(Memory{byte}, CancellationToken)"/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Reads what there is, at least one byte, holding the calling thread until there is some; 0 is the end.</summary>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    /// <inheritdoc cref="Stream.Read(Span{byte})"/>
    public override int Read(Span<byte> buffer) => _source.Read(buffer);

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

    /// <inheritdoc cref="OutputSource.CaptureTo(OutputBuffer)"/>
    internal void CaptureTo(OutputBuffer buffer) => _source.CaptureTo(buffer);

    /// <inheritdoc cref="OutputSource.CaptureTo(OutputBuffer, IReadOnlyList{OutputTarget}, Action{Exception}, CancellationToken)"/>
    internal void CaptureTo(
        OutputBuffer? buffer, IReadOnlyList<OutputTarget> targets, Action<Exception> failed, CancellationToken cancellationToken)
        => _source.CaptureTo(buffer, targets, failed, cancellationToken);

    /// <inheritdoc cref="OutputSource.OnChildExited"/>
    internal void OnChildExited() => _source.OnChildExited();

    /// <inheritdoc cref="OutputSource.Close"/>
    internal void CloseEnd() => _source.Close();

    /// <inheritdoc cref="OutputSource.CloseKeepingRest"/>
    internal void CloseKeepingRest() => _source.CloseKeepingRest();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        CloseEnd();
        base.Dispose(disposing);
    }
}
