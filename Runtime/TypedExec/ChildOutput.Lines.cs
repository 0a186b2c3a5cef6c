using System.Text;
using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec;

/// <content>Reading by lines.</content>
public sealed partial class ChildOutput
{
    private const int ShownLines = 20;

    private (Encoding Encoding, LineEnds Ends) _lineEnds = (CaptureOptions.DefaultEncoding, LineEnds.Utf8);

    /// <summary>How lines end in the current encoding.</summary>
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
    /// The next line, without its end <c>\n</c>, <c>\r\n</c> or <c>\r</c>; null at the end of the output. A last line
    /// without an end counts.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>; the child keeps running, and nothing is lost.</param>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="MaxLineLength"/>.</exception>
    /// <exception cref="IOException">Output was dropped because nobody read it in time.</exception>
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

    /// <summary>
    /// The lines, as they arrive, without their ends <c>\n</c>, <c>\r\n</c> or <c>\r</c>; a last line without an end counts.
    /// A carriage return ends a line at once, so progress bars come while they move. What follows the last line that was
    /// taken is left to the next reader.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>; the child keeps running, and nothing is lost.</param>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="MaxLineLength"/>.</exception>
    /// <exception cref="IOException">Output was dropped because nobody read it in time.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(CancellationToken cancellationToken = default) => new OutputLines(this, Reader, _source, cancellationToken);

    /// <summary>The lines as bytes, without a string for each, whatever <see cref="Encoding"/> is.</summary>
    public Utf8LineReader ReadUtf8Lines()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new Utf8LineReader(this, Reader, _source);
    }

    /// <summary>
    /// Waits for a line that contains a text, such as <c>"listening"</c>. What follows it is left to the next reader, and
    /// is kept meanwhile as output that nobody reads: the child is not held up.
    /// </summary>
    /// <param name="part">The text, compared by ordinal.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <returns>The line.</returns>
    /// <exception cref="EndOfStreamException">The output ended without such a line; the message shows its last lines.</exception>
    public Task<string> WaitForLineAsync(string part, CancellationToken cancellationToken = default)
        => WaitForLineAsync(part, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="WaitForLineAsync(string, CancellationToken)"/>
    /// <param name="part">The text, compared by ordinal.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <exception cref="TimeoutException">No such line came in time; the message shows the last lines.</exception>
    public Task<string> WaitForLineAsync(string part, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(part);
        return WaitForLineAsync(line => line.Contains(part, StringComparison.Ordinal), $"a line that contains \"{part}\"", timeout, cancellationToken);
    }

    /// <summary>
    /// Waits for a line that matches. What follows it is left to the next reader, and is kept meanwhile as output that
    /// nobody reads: the child is not held up.
    /// </summary>
    /// <param name="match">Whether it is the line.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <returns>The line.</returns>
    /// <exception cref="EndOfStreamException">The output ended without such a line; the message shows its last lines.</exception>
    public Task<string> WaitForLineAsync(Func<string, bool> match, CancellationToken cancellationToken = default)
        => WaitForLineAsync(match, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="WaitForLineAsync(Func{string, bool}, CancellationToken)"/>
    /// <param name="match">Whether it is the line.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <exception cref="TimeoutException">No such line came in time; the message shows the last lines.</exception>
    public Task<string> WaitForLineAsync(Func<string, bool> match, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(match);
        return WaitForLineAsync(match, "a line that matches", timeout, cancellationToken);
    }

    /// <summary>Reads until something is found, and takes the output up to its end; null, and nothing is taken, at the end of the output.</summary>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
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
                // Decoded before it is taken: what cannot be decoded can still be read as bytes.
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
