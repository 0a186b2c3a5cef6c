namespace TypedExec.IO;

/// <summary>
/// The single reader of an output, however it is read. Bytes that were read ahead but not handed out stay here for the next
/// reader.
/// </summary>
/// <param name="source">The output.</param>
internal sealed class OutputReader(OutputSource source)
{
    private const int SmallestBuffer = 4 * 1024;
    private const int LargestStep = 64 * 1024;

    private byte[] _bytes = [];
    private int _start;
    private int _end;
    private int _scanned;
    private bool _wasFull;
    private LineEnds? _scannedFor;
    private LineEnds? _swallowed;
    private int _isTaken;
    private TaskCompletionSource? _left;

    /// <summary>Gets whether the output has ended. Bytes that were read ahead may still be there.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Gets the bytes that were read but not handed out. Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Unread => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Takes the turn to read, which <see cref="Leave"/> gives back.</summary>
    /// <exception cref="InvalidOperationException">Another read is in progress.</exception>
    public void Enter()
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            throw new InvalidOperationException("Another read of this output is in progress; await it first.");
        }
    }

    public bool TryEnter() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Takes the turn to read when its current owner gives it back.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        while (!TryEnter())
        {
            var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            left = Interlocked.CompareExchange(ref _left, left, null) ?? left;
            // The turn may have been given back before there was anybody to notify.
            if (TryEnter())
            {
                return;
            }

            await left.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Leave()
    {
        _ = Interlocked.Exchange(ref _isTaken, 0);
        if (Volatile.Read(ref _left) is not null)
        {
            Interlocked.Exchange(ref _left, null)?.TrySetResult();
        }
    }

    /// <summary>Gets whether the next bytes can be read straight into the caller's buffer, bypassing this one.</summary>
    public bool IsEmpty => _start == _end && _swallowed is null && !IsAtEnd;

    /// <summary>Gets whether bytes can be handed out.</summary>
    public bool IsReady => _start < _end && _swallowed is null;

    /// <summary>Hands out the available bytes.</summary>
    public int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _end - _start);
        _bytes.AsSpan(_start, count).CopyTo(buffer);
        Advance(count);
        return count;
    }

    /// <summary>Marks bytes of <see cref="Unread"/> as handed out.</summary>
    public void Advance(int count)
    {
        _start += count;
        _scanned = Math.Max(_scanned, _start);
    }

    /// <summary>Finds the next line, which <see cref="TakeLine"/> hands out.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public bool TryFindLine(LineEnds ends, int maxLength, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (_swallowed is not null)
        {
            return false;
        }

        if (_scannedFor != ends)
        {
            (_scannedFor, _scanned) = (ends, _start);
        }

        var index = ends.IndexIn(_bytes.AsSpan(_scanned, _end - _scanned));
        if (index >= 0)
        {
            line = _bytes.AsMemory(_start, _scanned + index - _start);
            ThrowIfTooLong(line.Length, maxLength);
            _scanned += index;
            return true;
        }

        line = Unread;
        ThrowIfTooLong(line.Length, maxLength);
        if (IsAtEnd)
        {
            return !line.IsEmpty;
        }

        _scanned += (_end - _scanned) / ends.Size * ends.Size;
        return false;
    }

    /// <summary>Hands out the line that was found, and skips its line ending.</summary>
    public void TakeLine(LineEnds ends, ReadOnlyMemory<byte> line)
    {
        _start += line.Length;
        if (_end - _start >= ends.Size)
        {
            // A carriage return ends the line immediately. A line feed after it belongs to it, even if it hasn't arrived yet.
            _swallowed = ends.StartsWithLineFeed(_bytes.AsSpan(_start, ends.Size)) ? null : ends;
            _start += ends.Size;
            Swallow();
        }

        _scanned = _start;
    }

    /// <summary>Reads more output and appends it. Returns false at the end.</summary>
    public async ValueTask<bool> ReadMoreAsync(CancellationToken cancellationToken)
    {
        var before = _end - _start;
        do
        {
            if (IsAtEnd)
            {
                return false;
            }

            MakeRoom();
            var count = await source.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            OnRead(count);
        }
        while (_end - _start <= before && !IsAtEnd);

        return !IsAtEnd;
    }

    /// <summary>Reads more output and blocks the calling thread. Returns false at the end.</summary>
    public bool ReadMore()
    {
        while (!IsAtEnd)
        {
            MakeRoom();
            OnRead(source.Read(_bytes.AsSpan(_end)));
            if (IsReady)
            {
                break;
            }
        }

        return !IsAtEnd;
    }

    private void OnRead(int count)
    {
        _wasFull = _end + count == _bytes.Length;
        _end += count;
        IsAtEnd = count == 0;
        Swallow();
    }

    private void Swallow()
    {
        if (IsAtEnd)
        {
            _swallowed = null;
        }
        else if (_swallowed is not null && _end - _start >= _swallowed.Size)
        {
            if (_swallowed.StartsWithLineFeed(_bytes.AsSpan(_start)))
            {
                _start += _swallowed.Size;
                _scanned = _start;
            }

            _swallowed = null;
        }
    }

    private void ThrowIfTooLong(int length, int maxLength)
    {
        if (length > maxLength)
        {
            throw new InvalidDataException(
                $"A line is longer than {maxLength:N0} bytes. Raise {nameof(ChildOutput.MaxLineLength)}, or read the output as a stream.");
        }
    }

    /// <summary>
    /// Moves the remaining bytes to the front, into a larger buffer if there is little space. The old buffer is never reused,
    /// because a reader may still be looking at it.
    /// </summary>
    private void MakeRoom()
    {
        var rest = _end - _start;
        var size = _bytes.Length == 0 ? SmallestBuffer
            : _wasFull && rest == 0 ? Math.Clamp(2 * _bytes.Length, SmallestBuffer, Math.Max(LargestStep, _bytes.Length))
            : rest > _bytes.Length / 2 ? (int)Math.Min(2L * _bytes.Length, Array.MaxLength) : _bytes.Length;
        if (rest == _bytes.Length && size == rest && rest > 0)
        {
            throw new InvalidDataException("There is more unread output than fits into memory.");
        }

        _wasFull = false;
        var target = size == _bytes.Length ? _bytes : GC.AllocateUninitializedArray<byte>(size);
        if (target != _bytes || _start > 0)
        {
            _bytes.AsSpan(_start, rest).CopyTo(target);
        }

        (_bytes, _scanned, _start, _end) = (target, _scanned - _start, 0, rest);
    }
}
