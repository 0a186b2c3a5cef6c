using System.Runtime.CompilerServices;
using TypedExec.IO;

namespace TypedExec;

/// <summary>
/// Reads an output line by line as the bytes that arrived, without making a string of each: for logs of millions of lines.
/// </summary>
/// <remarks>
/// Wait, then take what is there, as with a channel:
/// <code>
/// using var lines = child.Stdout!.ReadUtf8Lines();
/// while (await lines.WaitToReadAsync())
/// {
///     while (lines.TryRead(out var line)) { … }
/// }
/// </code>
/// Lines end at <c>\n</c>, <c>\r\n</c> or <c>\r</c>, which are not part of them; a last line without an end counts. A line may
/// have up to <see cref="ChildOutput.MaxLineLength"/> bytes. Not for more than one thread at a time.
/// </remarks>
public sealed class Utf8LineReader : IDisposable
{
    private readonly ChildOutput _output;
    private readonly OutputReader _reader;
    private readonly OutputSource _source;
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _isDisposed;

    internal Utf8LineReader(ChildOutput output, OutputReader reader, OutputSource source)
    {
        (_output, _reader, _source) = (output, reader, source);
        source.AddReader();
    }

    /// <summary>Waits until <see cref="TryRead"/> will give a line.</summary>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; the child keeps running, and no line is lost.</param>
    /// <returns>False at the end of the output.</returns>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="ChildOutput.MaxLineLength"/>.</exception>
    /// <exception cref="IOException">Output was dropped because nobody read it in time.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        await _output.EnterAsync().ConfigureAwait(false);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token) : null;
        try
        {
            while (!_reader.TryFindLine(LineEnds.Utf8, _output.MaxLineLength, out _))
            {
                if (!await _reader.ReadMoreAsync(linked?.Token ?? _closing.Token).ConfigureAwait(false) && _reader.Unread.IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
        catch (OperationCanceledException) when (_isDisposed)
        {
            throw new ObjectDisposedException(nameof(Utf8LineReader));
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        finally
        {
            _reader.Leave();
        }
    }

    /// <summary>Takes the next line, if it has arrived whole.</summary>
    /// <param name="line">The line, valid until the output is read again.</param>
    /// <exception cref="InvalidOperationException">Another read is under way.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _reader.Enter();
        try
        {
            if (!_reader.TryFindLine(LineEnds.Utf8, _output.MaxLineLength, out var found))
            {
                line = default;
                return false;
            }

            _reader.TakeLine(LineEnds.Utf8, found);
            line = found.Span;
            return true;
        }
        finally
        {
            _reader.Leave();
        }
    }

    /// <summary>Ends the reading, and a wait that is under way. The output stays open: the next reader continues behind the last line that was taken.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _closing.Cancel();
            _source.RemoveReader();
        }
    }
}
