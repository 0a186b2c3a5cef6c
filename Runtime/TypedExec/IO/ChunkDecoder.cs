using System.Text;
using TypedExec.Events;

namespace TypedExec.IO;

/// <summary>Decodes output that arrives in pieces, where characters may be split between two pieces.</summary>
internal sealed class ChunkDecoder(Encoding encoding)
{
    private readonly Decoder? _decoder = encoding is UTF8Encoding { DecoderFallback: DecoderReplacementFallback } ? null : encoding.GetDecoder();
    private ReadOnlyMemory<byte> _carried;

    /// <summary>Decodes the next piece.</summary>
    /// <remarks>
    /// UTF-8 is decoded only when the text is requested, because character boundaries can be seen without decoding. Other
    /// encodings are decoded immediately, because they may have a state, or throw.
    /// </remarks>
    public DecodedChunk Next(ReadOnlyMemory<byte> bytes)
    {
        LoopThread.AssertIsOther();
        if (_decoder is not null)
        {
            return new DecodedChunk(Decode(_decoder, bytes.Span, flush: false));
        }

        var carried = _carried;
        ReadOnlyMemory<byte> all = carried.IsEmpty ? bytes : (byte[])[.. carried.Span, .. bytes.Span];
        var cut = IncompleteUtf8(all.Span);
        _carried = all[^cut..];
        return new DecodedChunk(encoding, all[..^cut]);
    }

    /// <summary>Ends decoding. Returns U+FFFD for a character that was never completed, or an empty text.</summary>
    public DecodedChunk End()
    {
        var carried = _carried;
        _carried = default;
        return _decoder is null ? new DecodedChunk(encoding, carried) : new DecodedChunk(Decode(_decoder, [], flush: true));
    }

    private static string Decode(Decoder decoder, ReadOnlySpan<byte> bytes, bool flush)
    {
        var characters = new char[decoder.GetCharCount(bytes, flush)];
        var count = decoder.GetChars(bytes, characters, flush);
        return new string(characters, 0, count);
    }

    /// <summary>Returns how many bytes at the end begin a character that needs more.</summary>
    private static int IncompleteUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if ((value & 0xC0) == 0x80)
            {
                continue;
            }

            var length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
            return length > back ? back : 0;
        }

        return 0;
    }
}

/// <summary>The text of one piece, already decoded or decoded on request.</summary>
internal readonly struct DecodedChunk
{
    private readonly string? _text;
    private readonly Encoding? _encoding;
    private readonly ReadOnlyMemory<byte> _bytes;

    public DecodedChunk(string text) => _text = text;

    public DecodedChunk(Encoding encoding, ReadOnlyMemory<byte> bytes)
    {
        _encoding = encoding;
        _bytes = bytes;
    }

    public bool IsEmpty => _text is null ? _bytes.IsEmpty : _text.Length == 0;

    public override string ToString() => _text ?? _encoding?.GetString(_bytes.Span) ?? "";
}
