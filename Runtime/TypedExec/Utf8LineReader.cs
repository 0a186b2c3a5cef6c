using System.Runtime.CompilerServices;
using TypedExec.IO;

namespace TypedExec;

/// <summary>
/// Reads an output line by line as bytes, without allocating a string for each line, for logs of millions of lines.
/// </summary>
/// <remarks>
/// Wait, then take the available lines, as with a channel:
/// <code>
/// using var lines = child.Stdout!.ReadUtf8Lines();
/// while (await lines.WaitToReadAsync())
/// {
///     while (lines.TryRead(out var line)) { … }
/// }
/// </code>
/// Lines end with <c>\n</c>, <c>\r\n</c> or <c>\r</c>, which isn't part of the line. A last line without a line ending is
/// returned too. A line can have up to <see cref="ChildOutput.MaxLineLength"/> bytes. The type isn't thread-safe.
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

    /// <summary>Waits until <see cref="TryRead"/> can return a line.</summary>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; the child keeps running, and
    /// no line is lost.</param>
    /// <returns>True if a line is available; false at the end of the output.</returns>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="ChildOutput.MaxLineLength"/>.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read in time.</exception>
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

    /// <summary>Takes the next line if all of it has arrived.</summary>
    /// <param name="line">The line. It is valid until the output is read again.</param>
    /// <returns>True if a line was taken.</returns> <exception cref="InvalidOperationException">Another read is in progress.</exception>
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

    /// <summary>
    /// Stops reading, including a wait in progress. The output stays open, and the next reader continues after the last line that
    /// was taken.
    /// </summary>
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
