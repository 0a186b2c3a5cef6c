using TypedExec.IO;

namespace TypedExec.Ipc;

/// <summary>Collects bytes into whole frames. A frame that would grow without bound is skipped.</summary>
internal sealed class FrameReader(ReadPipe input, IMessageCodec codec, int maxFrame = FrameReader.MaxFrame)
{
    /// <summary>The longest message that is accepted, in bytes.</summary>
    public const int MaxFrame = 128 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isSkipping;

    /// <summary>Reads more bytes. Returns false at the end.</summary>
    public async ValueTask<bool> ReadAsync()
    {
        MakeRoom();
        var count = await input.ReadAsync(_buffer.AsMemory(_end), CancellationToken.None).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }

    /// <summary>Takes a whole frame, which is a message or an error.</summary>
    public bool TryTake(out IpcMessage message, out Exception? error)
    {
        message = default;
        error = null;
        while (_start < _end)
        {
            var consumed = 0;
            var isMessage = false;
            try
            {
                isMessage = codec.TryDecode(_buffer.AsSpan(_start, _end - _start), ref consumed, out message);
            }
            catch (FormatException exception)
            {
                error = exception;
            }
            catch (OutOfMemoryException exception)
            {
                error = new FormatException("There is not enough memory for a message; it is skipped.", exception);
            }

            if (consumed == 0)
            {
                return error is null ? TryRefuse(out error) : throw new IOException(error.Message, error);
            }

            _start += consumed;
            if (_isSkipping)
            {
                // The end of the frame that was too long.
                _isSkipping = false;
                error = null;
            }
            else if (isMessage || error is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRefuse(out Exception? error)
    {
        error = null;
        if (!_isSkipping && _end - _start <= maxFrame)
        {
            return false;
        }

        codec.Reset();
        _start = _end;
        if (_isSkipping)
        {
            return false;
        }

        _isSkipping = true;
        error = new FormatException($"A message is longer than {maxFrame} bytes; it is skipped.");
        return true;
    }

    private void MakeRoom()
    {
        var rest = _end - _start;
        if (rest == 0)
        {
            (_start, _end) = (0, 0);
            if (_buffer.Length > 1024 * 1024)
            {
                _buffer = new byte[64 * 1024];
            }
        }
        else if (_end == _buffer.Length)
        {
            var target = rest > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
            _buffer.AsSpan(_start, rest).CopyTo(target);
            _buffer = target;
            (_start, _end) = (0, rest);
        }
    }
}
