namespace TypedExec.IO;

/// <summary>
/// The one reader of an output, however it is read: what was read ahead and not handed out stays here for whoever reads
/// next.
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

    /// <summary>Whether the output has ended; what was read ahead may still be there.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>What was read and not handed out. Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Unread => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Takes the turn to read; to be given back by <see cref="Leave"/>.</summary>
    /// <exception cref="InvalidOperationException">Another reads.</exception>
    public void Enter()
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            throw new InvalidOperationException("A read of this output is under way already; await it first.");
        }
    }

    public bool TryEnter() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Takes the turn once whoever has it gives it back.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        while (!TryEnter())
        {
            var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            left = Interlocked.CompareExchange(ref _left, left, null) ?? left;
            // Given back before anybody was there to be told?
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

    /// <summary>Whether the next bytes can be read past this buffer, straight into the caller's.</summary>
    public bool IsEmpty => _start == _end && _swallowed is null && !IsAtEnd;

    /// <summary>Whether bytes can be handed out.</summary>
    public bool IsReady => _start < _end && _swallowed is null;

    /// <summary>Hands out what is there.</summary>
    public int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _end - _start);
        _bytes.AsSpan(_start, count).CopyTo(buffer);
        Advance(count);
        return count;
    }

    /// <summary>Counts bytes of <see cref="Unread"/> as handed out.</summary>
    public void Advance(int count)
    {
        _start += count;
        _scanned = Math.Max(_scanned, _start);
    }

    /// <summary>Finds the next line, which is handed out by <see cref="TakeLine"/>.</summary>
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

    /// <summary>Hands out the line that was found, and passes over its end.</summary>
    public void TakeLine(LineEnds ends, ReadOnlyMemory<byte> line)
    {
        _start += line.Length;
        if (_end - _start >= ends.Size)
        {
            // A carriage return ends the line at once; a line feed after it belongs to it, though it has not come yet.
            _swallowed = ends.StartsWithLineFeed(_bytes.AsSpan(_start, ends.Size)) ? null : ends;
            _start += ends.Size;
            Swallow();
        }

        _scanned = _start;
    }

    /// <summary>Reads more behind what is there; false at the end.</summary>
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

    /// <summary>The same, by reads that hold the calling thread.</summary>
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
    /// Moves what is left to the front, into a larger buffer where there is little room. The old one is never reused: who
    /// looks at it still may do so.
    /// </summary>
    private void MakeRoom()
    {
        var rest = _end - _start;
        var size = _bytes.Length == 0 ? SmallestBuffer
            : _wasFull && rest == 0 ? Math.Clamp(2 * _bytes.Length, SmallestBuffer, Math.Max(LargestStep, _bytes.Length))
            : rest > _bytes.Length / 2 ? (int)Math.Min(2L * _bytes.Length, Array.MaxLength) : _bytes.Length;
        if (rest == _bytes.Length && size == rest && rest > 0)
        {
            throw new InvalidDataException("More output was left unread than fits into memory.");
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
