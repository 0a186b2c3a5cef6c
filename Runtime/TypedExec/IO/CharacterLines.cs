using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace TypedExec.IO;

/// <summary>Lines in any encoding, where a byte of a line's end may be part of another character: decoded first, then cut.</summary>
/// <remarks>An enumerator by hand: a line that has been read already costs no asynchronous step.</remarks>
internal sealed class CharacterLines(Stream stream, Encoding encoding, CancellationTokenSource cancellation) : IAsyncEnumerator<string>
{
    private const int BufferSize = 64 * 1024;

    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
    private char[] _characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(BufferSize));
    private int _start;
    private int _scanned;
    private int _end;
    private bool _isAtEnd;
    private bool _isDisposed;

    public string Current { get; private set; } = "";

    public ValueTask<bool> MoveNextAsync() => TryTakeLine() ? new ValueTask<bool>(true) : ReadOnAsync();

    public ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            ArrayPool<byte>.Shared.Return(_bytes);
            ArrayPool<char>.Shared.Return(_characters);
            cancellation.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private bool TryTakeLine()
    {
        var offset = _characters.AsSpan(_scanned, _end - _scanned).IndexOf('\n');
        if (offset < 0)
        {
            _scanned = _end;
            return false;
        }

        var newline = _scanned + offset;
        Take(newline);
        _start = _scanned = newline + 1;
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadOnAsync()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        while (!_isAtEnd)
        {
            var count = await stream.ReadAsync(_bytes.AsMemory(0, BufferSize), cancellation.Token).ConfigureAwait(false);
            _isAtEnd = count == 0;
            MakeRoom(encoding.GetMaxCharCount(count));
            _end += _decoder.GetChars(_bytes, 0, count, _characters, _end, flush: _isAtEnd);
            if (TryTakeLine())
            {
                return true;
            }
        }

        if (_start == _end)
        {
            return false;
        }

        // The last line, without an end.
        Take(_end);
        _start = _end;
        return true;
    }

    private void Take(int end)
    {
        var line = _characters.AsSpan(_start, end - _start);
        Current = new string(line is [.. var rest, '\r'] ? rest : line);
    }

    /// <summary>Moves what is left of an unfinished line to the front, into a larger buffer where it is long.</summary>
    private void MakeRoom(int wanted)
    {
        var rest = _end - _start;
        var target = rest + wanted <= _characters.Length
            ? _characters
            : ArrayPool<char>.Shared.Rent(Math.Max(rest + wanted, checked(_characters.Length * 2)));
        _characters.AsSpan(_start, rest).CopyTo(target);
        if (target != _characters)
        {
            ArrayPool<char>.Shared.Return(_characters);
            _characters = target;
        }

        (_start, _scanned, _end) = (0, _scanned - _start, rest);
    }
}
