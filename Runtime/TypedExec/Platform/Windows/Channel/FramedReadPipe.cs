using TypedExec.IO;

namespace TypedExec.Platform.Windows.Channel;

/// <summary>Removes libuv's frames from the data that the peer sends.</summary>
/// <param name="pipe">The pipe.</param>
/// <param name="socketCame">Receives the description of a socket that was sent with a message (a <c>WSAPROTOCOL_INFOW</c>).</param>
internal sealed class FramedReadPipe(ReadPipe pipe, Action<byte[]> socketCame) : ReadPipe
{
    /// <summary>If this many bytes or more remain in a frame, they are read directly into the caller's buffer.</summary>
    private const int DirectFrom = 16 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private byte[] _socket = [];
    private int _socketSize;
    private uint _toTake;
    private bool _isBroken;

    /// <exception cref="IOException">The data isn't a frame of libuv's protocol.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty)
        {
            if (Take(buffer.Span) is > 0 and var taken)
            {
                return taken;
            }

            if (_isBroken)
            {
                throw new IOException("The channel's other side doesn't speak libuv's protocol: it sent something that isn't a frame.");
            }

            if (_toTake >= DirectFrom)
            {
                var read = await pipe.ReadAsync(buffer[..(int)Math.Min((uint)buffer.Length, _toTake)], cancellationToken).ConfigureAwait(false);
                _toTake -= (uint)read;
                return read;
            }

            MakeRoom();
            var count = await pipe.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return 0;
            }

            _end += count;
        }

        return 0;
    }

    /// <summary>The bytes of a channel are parsed into messages, so there is only one reader at a time.</summary>
    public override void CollectTo(IByteSink sink) => throw new NotSupportedException();

    public override bool StopCollecting() => true;

    public override void CloseWhenEmpty() => pipe.CloseWhenEmpty();

    public override void CloseKeepingRest() => pipe.CloseKeepingRest();

    public override void Close() => pipe.Close();

    /// <summary>Copies data from the frames that have arrived.</summary>
    private int Take(Span<byte> buffer)
    {
        var taken = 0;
        while (_start < _end && taken < buffer.Length && !_isBroken)
        {
            var available = _end - _start;
            if (_socketSize < _socket.Length)
            {
                TakeSocket(available);
            }
            else if (_toTake > 0)
            {
                var count = (int)Math.Min(_toTake, (uint)Math.Min(available, buffer.Length - taken));
                _buffer.AsSpan(_start, count).CopyTo(buffer[taken..]);
                _toTake -= (uint)count;
                _start += count;
                taken += count;
            }
            else if (available < ChannelFrame.HeaderSize)
            {
                break;
            }
            else
            {
                _isBroken = !ChannelFrame.TryRead(_buffer.AsSpan(_start, ChannelFrame.HeaderSize), out var frame);
                (_socket, _socketSize) = (frame.HasSocket ? new byte[ChannelFrame.SocketSize] : [], 0);
                _toTake = frame.Length;
                _start += ChannelFrame.HeaderSize;
            }
        }

        return taken;
    }

    private void TakeSocket(int available)
    {
        var count = Math.Min(_socket.Length - _socketSize, available);
        _buffer.AsSpan(_start, count).CopyTo(_socket.AsSpan(_socketSize));
        _start += count;
        _socketSize += count;
        if (_socketSize == _socket.Length)
        {
            socketCame(_socket[..ChannelFrame.ProtocolInfoSize]);
        }
    }

    /// <summary>Only the start of a header is left.</summary>
    private void MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
    }
}
