using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace TypedExec.Ipc.V8;

/// <content>Tags, numbers and texts.</content>
internal ref partial struct V8Reader
{
    private BigInteger ReadBigInt()
    {
        var bits = ReadVarint();
        var magnitude = new BigInteger(ReadBytes(bits >> 1), isUnsigned: true);
        return (bits & 1) == 1 ? -magnitude : magnitude;
    }

    private string ReadString(byte tag)
    {
        var bytes = ReadBytes(ReadVarint());
        return tag switch
        {
            V8Tag.OneByteString => Encoding.Latin1.GetString(bytes),
            // Not by an Encoding, which would replace a lone surrogate.
            V8Tag.TwoByteString when bytes.Length % 2 == 0 => new string(MemoryMarshal.Cast<byte, char>(bytes)),
            V8Tag.TwoByteString => throw new FormatException("A text that ends in the middle of a character."),
            V8Tag.Utf8String => Encoding.UTF8.GetString(bytes),
            _ => throw new FormatException($"A text was expected, not the tag '{(char)tag}'."),
        };
    }

    private byte ReadTag()
    {
        while (true)
        {
            switch (ReadByte())
            {
                case V8Tag.Padding:
                    break;
                case V8Tag.VerifyObjectCount:
                    _ = ReadVarint();
                    break;
                case var tag:
                    return tag;
            }
        }
    }

    private int ReadZigZag()
    {
        var value = ReadVarint();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    private uint ReadVarint()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = ReadByte();
            value |= (uint)(next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                return value;
            }
        }

        throw new FormatException("A number that does not end.");
    }

    private double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(8));

    private byte ReadByte() => ReadBytes(1)[0];

    private ReadOnlySpan<byte> ReadBytes(uint count)
    {
        if (count > (uint)(_bytes.Length - _position))
        {
            throw new FormatException("A message that ends too early.");
        }

        var part = _bytes.Slice(_position, (int)count);
        _position += (int)count;
        return part;
    }
}
