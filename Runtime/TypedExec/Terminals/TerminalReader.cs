using System.Text.RegularExpressions;

namespace TypedExec.Terminals;

/// <summary>Reads a terminal's output in pieces, lines or up to a match, one at a time; each continues where the one before stopped.</summary>
/// <param name="output">Where the output comes from.</param>
internal sealed class TerminalReader(Stream output)
{
    /// <summary>How much output without a match or the end of a line is kept: 16 MB.</summary>
    private const int MaxUnmatched = 16 * 1024 * 1024;

    /// <summary>How many characters of the output a message shows.</summary>
    private const int MaxShown = 2000;

    private const int ReadSize = 16 * 1024;

    private readonly UnreadOutput _unread = new();
    private bool _endedWithReturn;
    private int _isReading;

    /// <inheritdoc cref="ChildTerminal.ReadAsync(Memory{byte}, CancellationToken)"/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var turn = TakeTurn();
        if (_unread.Bytes.IsEmpty && !buffer.IsEmpty)
        {
            _ = await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }

        return _unread.Take(buffer.Span);
    }

    /// <summary>The next line without its end; null at the end of the output.</summary>
    public async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        using var turn = TakeTurn();
        var start = 0;
        while (true)
        {
            var index = _unread.Text[start..].IndexOfAny('\r', '\n');
            if (index >= 0)
            {
                return TakeLine(start + index);
            }

            start = _unread.Text.Length;
            ThrowIfTooMuch("the end of a line");
            if (!await ReadMoreAsync(cancellationToken).ConfigureAwait(false))
            {
                return start == 0 ? null : _unread.TakeText(start);
            }
        }
    }

    /// <inheritdoc cref="ChildTerminal.ExpectAsync(string, TimeSpan?, CancellationToken)"/>
    public Task<TerminalMatch> ExpectAsync(string text, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = 0;
        return ExpectAsync(Find, $"\"{text}\"", timeout, cancellationToken);

        TerminalMatch? Find()
        {
            var match = _unread.Take(text, start);
            // Its beginning may have come already.
            start = Math.Max(0, _unread.Text.Length - text.Length + 1);
            return match;
        }
    }

    /// <inheritdoc cref="ChildTerminal.ExpectAsync(Regex, TimeSpan?, CancellationToken)"/>
    public Task<TerminalMatch> ExpectAsync(Regex pattern, TimeSpan timeout, CancellationToken cancellationToken)
        => ExpectAsync(() => _unread.Take(pattern), $"a match of \"{pattern}\"", timeout, cancellationToken);

    private async Task<TerminalMatch> ExpectAsync(
        Func<TerminalMatch?> find, string expected, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var turn = TakeTurn();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        while (true)
        {
            if (find() is { } match)
            {
                return match;
            }

            ThrowIfTooMuch(expected);
            try
            {
                if (!await ReadMoreAsync(limit.Token).ConfigureAwait(false))
                {
                    throw new EndOfStreamException($"The terminal's output ended without {expected}. {Shown()}");
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"The terminal did not show {expected} within {timeout}. {Shown()}");
            }
            catch (OperationCanceledException exception)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            }
        }
    }

    private string TakeLine(int length)
    {
        var isReturn = _unread.Text[length] == '\r';
        var line = _unread.TakeText(length);
        _ = _unread.TakeText(1);
        // The line is complete with \r; a \n that follows belongs to the same end, whoever meets it.
        _endedWithReturn = isReturn;
        DropLineFeed();
        return line;
    }

    private async ValueTask<bool> ReadMoreAsync(CancellationToken cancellationToken)
    {
        do
        {
            var count = await output.ReadAsync(_unread.GetRoom(ReadSize), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return false;
            }

            _unread.Add(count);
            DropLineFeed();
        }
        while (_unread.Bytes.IsEmpty);

        return true;
    }

    private void DropLineFeed()
    {
        if (_endedWithReturn && _unread.Bytes is [var next, ..])
        {
            _endedWithReturn = false;
            if (next == '\n')
            {
                _ = _unread.TakeText(1);
            }
        }
    }

    private void ThrowIfTooMuch(string expected)
    {
        if (_unread.Bytes.Length > MaxUnmatched)
        {
            throw new InvalidOperationException(
                $"The terminal showed {MaxUnmatched} bytes without {expected}. Read some of its output first. {Shown()}");
        }
    }

    private string Shown()
    {
        var text = PlainText.From(_unread.Bytes);
        return text.Length switch
        {
            0 => "It showed nothing.",
            > MaxShown => $"The last {MaxShown} characters that it showed:\n{text[^MaxShown..]}",
            _ => $"It showed:\n{text}",
        };
    }

    private Turn TakeTurn()
        => Interlocked.Exchange(ref _isReading, 1) == 0
            ? new Turn(this)
            : throw new InvalidOperationException("A read of this terminal is under way already; await it first.");

    private readonly struct Turn(TerminalReader reader) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref reader._isReading, 0);
    }
}
