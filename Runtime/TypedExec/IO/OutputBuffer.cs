namespace TypedExec.IO;

/// <summary>Captures what a child writes to one stream, up to a limit.</summary>
/// <param name="limit">How many bytes are kept.</param>
/// <param name="overflowed">Called at the end when the child wrote more.</param>
internal sealed class OutputBuffer(long limit, Action? overflowed = null)
{
    private byte[] _bytes = [];
    private bool _hasOverflowed;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    /// <summary>Takes bytes; false, with the bytes up to the limit kept, when there are too many.</summary>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > limit - Length)
        {
            Append(bytes[..(int)(limit - Length)]);
            _hasOverflowed = true;
            return false;
        }

        Append(bytes);
        return true;
    }

    /// <summary>There will be no more.</summary>
    public void End()
    {
        if (_hasOverflowed)
        {
            overflowed?.Invoke();
        }
    }

    public byte[] ToArray() => _bytes.Length == Length ? _bytes : Bytes.ToArray();

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var length = Length + bytes.Length;
        if (length > _bytes.Length)
        {
            // A short output gets an array of its size; a long one grows by doubling.
            var capacity = Math.Min(Math.Max((long)length, 2L * _bytes.Length), Array.MaxLength);
            Array.Resize(ref _bytes, checked((int)Math.Max(capacity, length)));
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length = length;
    }
}
