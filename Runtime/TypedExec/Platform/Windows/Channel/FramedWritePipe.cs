using TypedExec.IO;

namespace TypedExec.Platform.Windows.Channel;

/// <summary>Puts what is sent into frames of libuv's.</summary>
internal sealed class FramedWritePipe(WritePipe pipe) : WritePipe
{
    /// <summary>As many bytes as go into one write with their header.</summary>
    private const int MaxData = 64 * 1024 - ChannelFrame.HeaderSize;

    /// <summary>Used by one write at a time, as the channel has one writer.</summary>
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
