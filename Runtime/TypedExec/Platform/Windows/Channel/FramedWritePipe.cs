using TypedExec.IO;

namespace TypedExec.Platform.Windows.Channel;

/// <summary>Wraps the data to send in libuv's frames.</summary>
internal sealed class FramedWritePipe(WritePipe pipe) : WritePipe
{
    /// <summary>The number of bytes that are combined with their header in a single write.</summary>
    private const int MaxData = 64 * 1024 - ChannelFrame.HeaderSize;

    /// <summary>Used by one write at a time, because the channel has a single writer.</summary>
    private byte[] _frame = new byte[1024];

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var count = Math.Min(bytes.Length, MaxData);
            var size = ChannelFrame.HeaderSize + count;
            if (_frame.Length < size)
            {
                _frame = new byte[Math.Min(size * 2, ChannelFrame.HeaderSize + MaxData)];
            }

            ChannelFrame.WriteHeader(_frame, count);
            bytes.Span[..count].CopyTo(_frame.AsSpan(ChannelFrame.HeaderSize));
            await pipe.WriteAsync(_frame.AsMemory(0, size), cancellationToken).ConfigureAwait(false);
            bytes = bytes[count..];
        }
    }

    public override void Write(ReadOnlySpan<byte> bytes)
        => WriteAsync(bytes.ToArray(), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override void Close() => pipe.Close();
}
