namespace TypedExec.IO;

/// <summary>
/// Keeps the end of an output that goes elsewhere and isn't captured, so that the exception of a failed run can show the child's
/// last words.
/// </summary>
internal sealed class OutputTail : OutputTarget
{
    /// <summary>How much is kept. A multiple of 4, so that no character of two or four bytes is split at the beginning.</summary>
    public const int MaxBytes = 16 * 1024;

    private readonly Lock _gate = new();
    private byte[] _bytes = [];
    private long _length;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var rest = bytes.Span;
            if (rest.Length > MaxBytes)
            {
                _length += rest.Length - MaxBytes;
                rest = rest[^MaxBytes..];
            }

            if (_bytes.Length < MaxBytes && _length + rest.Length > _bytes.Length)
            {
                Array.Resize(ref _bytes, (int)Math.Min(MaxBytes, Math.Max(1024, 2 * (_length + rest.Length))));
            }

            var start = (int)(_length % _bytes.Length);
            var first = Math.Min(rest.Length, _bytes.Length - start);
            rest[..first].CopyTo(_bytes.AsSpan(start));
            rest[first..].CopyTo(_bytes);
            _length += rest.Length;
        }

        return default;
    }

    /// <summary>Returns the last bytes, starting at the beginning of a character.</summary>
    public byte[] ToArray()
    {
        lock (_gate)
        {
            if (_length <= _bytes.Length)
            {
                return _bytes[..(int)_length];
            }

            var start = (int)(_length % MaxBytes);
            byte[] tail = [.. _bytes.AsSpan(start), .. _bytes.AsSpan(0, start)];
            var skipped = (int)((4 - (_length % 4)) % 4);
            while (skipped < 4 && (tail[skipped] & 0xC0) == 0x80)
            {
                skipped++;
            }

            return tail[skipped..];
        }
    }
}
