namespace TypedExec.IO;

/// <summary>Output that was read before anybody requested it, kept in order and up to a limit for a later reader.</summary>
/// <param name="paused">Called when the limit is reached.</param>
/// <param name="ended">Called when the output has ended.</param>
internal sealed class KeptOutput(Action paused, Action ended) : IByteSink
{
    private const int SmallestPiece = 4 * 1024;

    /// <summary>Below the large object heap.</summary>
    private const int LargestPiece = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _pieces = new();
    private byte[] _last = [];
    private int _taken;
    private int _filled;
    private long _length;
    private long _limit;
    private bool _drops;
    private volatile bool _isAtEnd;
    private TaskCompletionSource? _change;

    /// <summary>Gets how many bytes were dropped because the limit was reached and the child must not be blocked.</summary>
    public long Dropped
    {
        get
        {
            lock (_gate)
            {
                return field;
            }
        }

        private set;
    }

    /// <summary>Gets whether all output has arrived.</summary>
    public bool IsAtEnd => _isAtEnd;

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _length == 0;
            }
        }
    }

    /// <summary>Gets an empty span: everything must pass through <see cref="Write"/>, which counts.</summary>
    public Span<byte> Free => default;

    /// <summary>
    /// Gets the number of bytes that are kept, so that the limit is exact; or any number if the rest is dropped.
    /// </summary>
    public int Wanted => _drops ? int.MaxValue : (int)Math.Clamp(_limit - _length, 0, int.MaxValue);

    /// <summary>Sets how much is kept and what happens to the rest.</summary>
    /// <param name="limit">How many bytes are kept.</param>
    /// <param name="drops">True to drop the rest; false to leave it in the pipe.</param>
    /// <returns>Whether there is something to collect for.</returns>
    public bool Keep(long limit, bool drops)
    {
        lock (_gate)
        {
            _limit = limit;
            _drops |= drops;
            return _drops || _length < _limit;
        }
    }

    public void Advance(int count) => throw new InvalidOperationException("This sink has no buffer of its own.");

    public bool Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            // More than requested comes only from a pipe that is being closed, and is little.
            var room = _drops ? (int)Math.Clamp(_limit - _length, 0, bytes.Length) : bytes.Length;
            // After a gap nothing more is kept, so that a reader gets the beginning without holes.
            var kept = Dropped > 0 ? 0 : Append(bytes[..room]);
            Dropped += bytes.Length - kept;
            _drops |= Dropped > 0;
            Signal();
            return _drops || _length < _limit;
        }
    }

    public void Paused() => paused();

    public void End()
    {
        lock (_gate)
        {
            _isAtEnd = true;
            Signal();
        }

        ended();
    }

    /// <summary>Takes bytes from the beginning.</summary>
    /// <returns>How many bytes; 0 if nothing is kept now.</returns>
    public int Take(Span<byte> buffer)
    {
        lock (_gate)
        {
            var total = 0;
            while (total < buffer.Length && _pieces.TryPeek(out var piece))
            {
                var end = piece == _last ? _filled : piece.Length;
                var count = Math.Min(buffer.Length - total, end - _taken);
                piece.AsSpan(_taken, count).CopyTo(buffer[total..]);
                total += count;
                _taken += count;
                if (_taken == end)
                {
                    Remove(piece);
                }
            }

            _length -= total;
            return total;
        }
    }

    /// <summary>Completes when, after nothing was kept, something or the end has arrived.</summary>
    public Task ChangeAsync()
    {
        lock (_gate)
        {
            if (_length > 0 || IsAtEnd || Dropped > 0)
            {
                return Task.CompletedTask;
            }

            return (_change ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Frees output that nobody will read.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _pieces.Clear();
            (_last, _taken, _filled, _length) = ([], 0, 0, 0);
        }
    }

    private void Remove(byte[] piece)
    {
        _pieces.Dequeue();
        _taken = 0;
        if (piece == _last)
        {
            (_last, _filled) = ([], 0);
        }
    }

    /// <summary>Appends bytes to memory that grows as they arrive. If there is no memory, they count as dropped.</summary>
    private int Append(ReadOnlySpan<byte> bytes)
    {
        var total = 0;
        while (total < bytes.Length)
        {
            if (_filled == _last.Length && !TryAddPiece(bytes.Length - total))
            {
                break;
            }

            var count = Math.Min(bytes.Length - total, _last.Length - _filled);
            bytes.Slice(total, count).CopyTo(_last.AsSpan(_filled));
            _filled += count;
            total += count;
        }

        _length += total;
        return total;
    }

    private bool TryAddPiece(int wanted)
    {
        try
        {
            var piece = GC.AllocateUninitializedArray<byte>(Math.Clamp(Math.Max(wanted, 2 * _last.Length), SmallestPiece, LargestPiece));
            _pieces.Enqueue(piece);
            (_last, _filled) = (piece, 0);
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }

    private void Signal()
    {
        _change?.TrySetResult();
        _change = null;
    }
}
