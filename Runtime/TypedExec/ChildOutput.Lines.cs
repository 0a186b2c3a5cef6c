using System.Text;
using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec;

/// <content>Reading by lines.</content>
public sealed partial class ChildOutput
{
    private const int ShownLines = 20;

    private (Encoding Encoding, LineEnds Ends) _lineEnds = (CaptureOptions.DefaultEncoding, LineEnds.Utf8);

    /// <summary>Gets how lines end in the current encoding.</summary>
    internal LineEnds Ends
    {
        get
        {
            if (_lineEnds.Encoding != Encoding)
            {
                _lineEnds = (Encoding, LineEnds.From(Encoding));
            }

            return _lineEnds.Ends;
        }
    }

    /// <summary>
    /// Reads the next line, without its line ending (<c>\n</c>, <c>\r\n</c> or <c>\r</c>), or returns null at the end of the
    /// output. A last line without a line ending is returned too.
    /// </summary>
    /// <param name="cancellationToken">Stops reading with <see cref="OperationCanceledException"/>; the child keeps running, and
    /// nothing is lost.</param>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="MaxLineLength"/>.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read in time.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await EnterAsync().ConfigureAwait(false);
        try
        {
            return await ReadLineHereAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Reader.Leave();
        }
    }

    /// <summary>Reads the lines as they arrive, without their line endings (<c>\n</c>, <c>\r\n</c> or <c>\r</c>).</summary>
    /// <remarks>
    /// A last line without a line ending is returned too. A carriage return ends a line immediately, so the updates of a
    /// progress bar arrive as they happen. Output after the last line that was taken is left for the next reader.
    /// </remarks>
    /// <param name="cancellationToken">Stops reading with <see cref="OperationCanceledException"/>; the child keeps running, and
    /// nothing is lost.</param>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="MaxLineLength"/>.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read in time.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(CancellationToken cancellationToken = default) => new OutputLines(this, Reader, _source, cancellationToken);

    /// <summary>
    /// Reads the lines as bytes, without allocating a string for each and independently of <see cref="Encoding"/>.
    /// </summary>
    public Utf8LineReader ReadUtf8Lines()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new Utf8LineReader(this, Reader, _source);
    }

    /// <summary>
    /// Waits for a line that contains the specified text, such as <c>"listening"</c>. Output after it is left for the next reader
    /// and buffered like any unread output, so the child isn't blocked.
    /// </summary>
    /// <param name="part">The text to find, compared ordinally.</param>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <returns>The line.</returns>
    /// <exception cref="EndOfStreamException">The output ended without such a line. The message contains the last lines.</exception>
    public Task<string> WaitForLineAsync(string part, CancellationToken cancellationToken = default)
        => WaitForLineAsync(part, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="WaitForLineAsync(string, CancellationToken)"/>
    /// <param name="part">The text to find, compared ordinally.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <exception cref="TimeoutException">No such line arrived in time. The message contains the last lines.</exception>
    public Task<string> WaitForLineAsync(string part, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(part);
        return WaitForLineAsync(line => line.Contains(part, StringComparison.Ordinal), $"a line that contains \"{part}\"", timeout, cancellationToken);
    }

    /// <summary>
    /// Waits for a line for which the predicate returns true. Output after it is left for the next reader and buffered like any
    /// unread output, so the child isn't blocked.
    /// </summary>
    /// <param name="match">The predicate.</param>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <returns>The line.</returns>
    /// <exception cref="EndOfStreamException">The output ended without such a line. The message contains the last lines.</exception>
    public Task<string> WaitForLineAsync(Func<string, bool> match, CancellationToken cancellationToken = default)
        => WaitForLineAsync(match, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="WaitForLineAsync(Func{string, bool}, CancellationToken)"/>
    /// <param name="match">The predicate.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Stops waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <exception cref="TimeoutException">No such line arrived in time. The message contains the last lines.</exception>
    public Task<string> WaitForLineAsync(Func<string, bool> match, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(match);
        return WaitForLineAsync(match, "a line that matches", timeout, cancellationToken);
    }

    /// <summary>
    /// Reads until the search succeeds and takes the output up to the end of the match. At the end of the output it takes nothing
    /// and returns null.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    internal async Task<T?> FindAsync<T>(OutputSearch<T> search, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        await EnterAsync(isLoop: true).ConfigureAwait(false);
        try
        {
            while (true)
            {
                if (search(Reader.Unread.Span, out var taken) is { } found)
                {
                    Reader.Advance(taken);
                    return found;
                }

                if (!await Reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }
            }
        }
        finally
        {
            LeaveLoop();
        }
    }

    private async Task<string> WaitForLineAsync(Func<string, bool> match, string wanted, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        await EnterAsync(isLoop: true).ConfigureAwait(false);
        var last = new Queue<string>();
        try
        {
            while (await ReadLineHereAsync(limit.Token).ConfigureAwait(false) is { } line)
            {
                if (match(line))
                {
                    return line;
                }

                if (last.Count == ShownLines)
                {
                    _ = last.Dequeue();
                }

                last.Enqueue(line);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(Masked($"{timeout} passed without {wanted}. {Shown(last)}"));
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        finally
        {
            LeaveLoop();
        }

        throw new EndOfStreamException(Masked($"The output ended without {wanted}. {Shown(last)}"));
    }

    private string Masked(string message) => SecretTexts.MaskOutput(message, Secrets);

    private static string Shown(Queue<string> lines)
        => lines.Count == 0 ? "There was no output." : $"Its last lines:\n{string.Join('\n', lines)}";

    private async ValueTask<string?> ReadLineHereAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var ends = Ends;
            if (Reader.TryFindLine(ends, MaxLineLength, out var line))
            {
                // Decoded before it is taken, so that bytes that can't be decoded can still be read as bytes.
                var text = Encoding.GetString(line.Span);
                Reader.TakeLine(ends, line);
                return text;
            }

            if (!await Reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false) && Reader.Unread.IsEmpty)
            {
                return null;
            }
        }
    }
}
