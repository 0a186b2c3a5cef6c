using System.Buffers;
using System.Runtime.CompilerServices;

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
/// Lines end at <c>\n</c> or <c>\r\n</c>, which are not part of them; a last line without an end counts. A line may be of
/// any length that fits into memory. Not for more than one thread at a time.
/// </remarks>
public sealed class Utf8LineReader : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int NotFound = -1;

    private readonly Stream _stream;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _lineEnd = NotFound;
    private int _scanned;
    private int _end;
    private bool _isAtEnd;
    private bool _isDisposed;

    // Held by each change of who owns the buffer: a wait under way, whose read the kernel writes into it, or nobody.
    private readonly Lock _gate = new();
    private bool _isReading;

    internal Utf8LineReader(Stream stream) => _stream = stream;

    /// <summary>Waits until <see cref="TryRead"/> will give a line.</summary>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>; the child goes on, and no line is lost.</param>
    /// <returns>False at the end of the output.</returns>
    /// <exception cref="InvalidOperationException">The output is read in another way already.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        => FindLine() ? new ValueTask<bool>(true) : ReadOnAsync(cancellationToken);

    /// <summary>Takes the next line, if it has arrived whole.</summary>
    /// <param name="line">The line, valid until the next call of a member of this reader.</param>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        if (!FindLine())
        {
            line = default;
            return false;
        }

        line = _bytes.AsSpan(_start, _lineEnd - _start);
        _start = _scanned = Math.Min(_lineEnd + 1, _end);
        _lineEnd = NotFound;
        if (line is [.. var rest, (byte)'\r'])
        {
            line = rest;
        }

        return true;
    }

    /// <summary>
    /// Gives the buffer back, once a wait that is under way has ended. The output stays open; what was read of it and not
    /// taken is lost.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            if (!_isReading)
            {
                ReturnBuffer();
            }
        }
    }

    private bool FindLine()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_lineEnd != NotFound)
        {
            return true;
        }

        var offset = _bytes.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
        if (offset >= 0)
        {
            _lineEnd = _scanned + offset;
        }
        else if (_isAtEnd && _start < _end)
        {
            _lineEnd = _end;
        }

        _scanned = _end;
        return _lineEnd != NotFound;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        while (!_isAtEnd)
        {
            BeginRead();
            var count = 0;
            try
            {
                MakeRoom();
                count = await _stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                EndRead();
            }

            _end += count;
            _isAtEnd = count == 0;
            if (FindLine())
            {
                return true;
            }
        }

        return false;
    }

    private void BeginRead()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _isReading = true;
        }
    }

    private void EndRead()
    {
        lock (_gate)
        {
            _isReading = false;
            if (_isDisposed)
            {
                ReturnBuffer();
            }
        }
    }

    private void ReturnBuffer()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Moves what is left of an unfinished line to the front, into a larger buffer where it is long.</summary>
    private void MakeRoom()
    {
        var rest = _end - _start;
        var target = rest > _bytes.Length / 2 ? ArrayPool<byte>.Shared.Rent(checked(_bytes.Length * 2)) : _bytes;
        _bytes.AsSpan(_start, rest).CopyTo(target);
        if (target != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = target;
        }

        (_start, _scanned, _end) = (0, rest, rest);
    }
}
