using System.Buffers;
using System.IO.Pipelines;

namespace TypedExec.IO;

/// <summary>
/// An output for parsers. It shows what was read but not handed out yet, and hands out what the parser consumes.
/// </summary>
internal sealed class OutputPipeReader : PipeReader
{
    private readonly ChildOutput _output;
    private readonly OutputReader _reader;
    private readonly OutputSource _source;
    private CancellationTokenSource _pending = new();
    private ReadOnlySequence<byte> _shown;
    private bool _hasExaminedAll;
    private bool _isCanceled;
    private bool _isCompleted;

    public OutputPipeReader(ChildOutput output, OutputReader reader, OutputSource source)
    {
        (_output, _reader, _source) = (output, reader, source);
        source.AddReader();
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfCompleted();
        cancellationToken.ThrowIfCancellationRequested();
        await _output.EnterAsync().ConfigureAwait(false);
        var canceled = _pending.Token;
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, canceled);
        try
        {
            while (!_isCanceled && !_reader.IsAtEnd && (_hasExaminedAll || !_reader.IsReady))
            {
                _ = await _reader.ReadMoreAsync(linked.Token).ConfigureAwait(false);
                _hasExaminedAll = false;
            }
        }
        catch (OperationCanceledException) when (canceled.IsCancellationRequested)
        {
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        finally
        {
            _reader.Leave();
        }

        return Show();
    }

    public override bool TryRead(out ReadResult result)
    {
        ThrowIfCompleted();
        ObjectDisposedException.ThrowIf(!_output.CanRead, _output);
        var isShown = _isCanceled || (!_hasExaminedAll && _reader.IsReady) || _reader.IsAtEnd;
        result = isShown ? Show() : default;
        return isShown;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        ThrowIfCompleted();
        _hasExaminedAll = _shown.Slice(examined).IsEmpty;
        _reader.Advance((int)_shown.Slice(0, consumed).Length);
        _shown = default;
    }

    public override void CancelPendingRead()
    {
        _isCanceled = true;
        _pending.Cancel();
    }

    public override void Complete(Exception? exception = null)
    {
        if (!_isCompleted)
        {
            _isCompleted = true;
            _source.RemoveReader();
        }
    }

    private ReadResult Show()
    {
        var isCanceled = _isCanceled;
        if (isCanceled)
        {
            (_isCanceled, _pending) = (false, new CancellationTokenSource());
        }

        _shown = _reader.IsReady ? new ReadOnlySequence<byte>(_reader.Unread) : ReadOnlySequence<byte>.Empty;
        return new ReadResult(_shown, isCanceled, _reader.IsAtEnd);
    }

    private void ThrowIfCompleted()
    {
        if (_isCompleted)
        {
            throw new InvalidOperationException("This reader has been completed.");
        }
    }
}
