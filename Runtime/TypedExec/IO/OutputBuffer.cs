namespace TypedExec.IO;

/// <summary>Captures what a child writes to one stream, up to a limit.</summary>
/// <param name="limit">How many bytes are kept.</param>
/// <param name="overflowed">Called at the end when the child wrote more.</param>
internal sealed class OutputBuffer(long limit, Action<OutputBuffer>? overflowed = null) : IByteSink
{
    private const int Small = 64 * 1024;
    private const int Medium = 1024 * 1024;
    private const int Large = 256 * 1024 * 1024;

    private readonly int _limit = (int)Math.Min(limit, Array.MaxLength);
    private byte[] _bytes = [];

    public int Length { get; private set; }

    /// <summary>Whether the child wrote more than the limit; the bytes up to it are kept.</summary>
    public bool HasOverflowed { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    public Span<byte> Free => _bytes.AsSpan(Length);

    /// <summary>Called at the end, after <c>overflowed</c>.</summary>
    public Action? Ended { get; set; }

    public void Advance(int count) => Length += count;

    public bool Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _limit - Length)
        {
            Append(bytes[..(_limit - Length)]);
            HasOverflowed = true;
            return false;
        }

        Append(bytes);
        return true;
    }

    public void End()
    {
        if (HasOverflowed)
        {
            overflowed?.Invoke(this);
        }

        Ended?.Invoke();
    }

    public byte[] ToArray() => _bytes.Length == Length ? _bytes : Bytes.ToArray();

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var length = Length + bytes.Length;
        if (length > _bytes.Length)
        {
            Grow(length);
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length = length;
    }

    /// <summary>
    /// A short output gets an array of its size. A long one soon gets room for very much: memory that is not written to
    /// takes no room, while every step leaves a former array and a copy behind.
    /// </summary>
    private void Grow(int length)
    {
        var capacity = length switch
        {
            <= Small => Math.Max(length, 2L * _bytes.Length),
            <= Medium => 4L * length,
            <= Large => Large,
            _ => _limit,
        };
        var larger = Allocate(length, (int)Math.Min(capacity, _limit));
        Bytes.Span.CopyTo(larger);
        _bytes = larger;
    }

    private static byte[] Allocate(int length, int capacity)
    {
        try
        {
            return GC.AllocateUninitializedArray<byte>(capacity);
        }
        catch (OutOfMemoryException) when (capacity > Medium)
        {
            // A container's limit counts room that is not written to, too.
            return GC.AllocateUninitializedArray<byte>((int)Math.Min(capacity, length + length / 2L));
        }
    }
}
