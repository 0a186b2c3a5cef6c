using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedExec.Terminals;

/// <summary>
/// What has come of a terminal's output and nobody has taken yet, as bytes and as text. Whatever takes a part leaves the
/// rest to the next reader.
/// </summary>
internal sealed class UnreadOutput
{
    private readonly ArrayBufferWriter<char> _text = new();
    private byte[] _bytes = [];
    private int _start;
    private int _end;
    private int _decoded;
    private Decoder _decoder = Encoding.UTF8.GetDecoder();

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, _end - _start);

    public ReadOnlySpan<char> Text
    {
        get
        {
            Decode();
            return _text.WrittenSpan;
        }
    }

    /// <summary>Room for more; what is read into it is added by <see cref="Add"/>.</summary>
    public Memory<byte> GetRoom(int size)
    {
        if (_bytes.Length - _end < size)
        {
            var count = _end - _start;
            var target = _bytes.Length - count >= size ? _bytes : new byte[Math.Max(2 * count, count + size)];
            Bytes.CopyTo(target);
            (_bytes, _start, _end, _decoded) = (target, 0, count, _decoded - _start);
        }

        return _bytes.AsMemory(_end, size);
    }

    public void Add(int count) => _end += count;

    /// <summary>Takes bytes from the beginning.</summary>
    public int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _end - _start);
        Bytes[..count].CopyTo(buffer);
        Drop(count);
        return count;
    }

    /// <summary>Takes characters from the beginning, and gives them as text.</summary>
    public string TakeText(int length)
    {
        var text = Text[..length].ToString();
        Drop(CountBytes(length));
        return text;
    }

    /// <summary>Takes everything up to the end of a match; null where there is none.</summary>
    public TerminalMatch? Take(Regex pattern)
    {
        foreach (var found in pattern.EnumerateMatches(Text))
        {
            var match = pattern.Match(Text.ToString());
            var before = Text[..found.Index].ToString();
            Drop(CountBytes(found.Index + found.Length));
            return new TerminalMatch(before, match.Value, match);
        }

        return null;
    }

    /// <summary>Takes everything up to the end of a text; null where it is not there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin to look, as it is known not to be before.</param>
    public TerminalMatch? Take(string text, int start)
    {
        var index = Text[start..].IndexOf(text, StringComparison.Ordinal);
        if (index < 0)
        {
            return null;
        }

        var before = Text[..(start + index)].ToString();
        Drop(CountBytes(start + index + text.Length));
        return new TerminalMatch(before, text, null);
    }

    private void Decode()
    {
        if (_decoded < _end)
        {
            var bytes = _bytes.AsSpan(_decoded, _end - _decoded);
            var count = _decoder.GetChars(bytes, _text.GetSpan(bytes.Length + 1), flush: false);
            _text.Advance(count);
            _decoded = _end;
        }
    }

    /// <summary>How many bytes the first characters were made of; bytes that are not UTF-8 are one character each time, too.</summary>
    private int CountBytes(int characters)
    {
        var bytes = Bytes;
        var count = 0;
        while (characters > 0)
        {
            _ = Rune.DecodeFromUtf8(bytes[count..], out var rune, out var consumed);
            count += consumed;
            characters -= rune.Utf16SequenceLength;
        }

        return count;
    }

    private void Drop(int count)
    {
        _start += count;
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }

        // Decoded anew, as a part of a character may have been dropped.
        _decoded = _start;
        _decoder = Encoding.UTF8.GetDecoder();
        _text.ResetWrittenCount();
    }
}
