using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TypedExec.Ipc.V8;

/// <content>Tags, numbers and strings.</content>
internal ref partial struct V8Reader
{
    private BigInteger ReadBigInt()
    {
        var bits = ReadVarint();
        var magnitude = new BigInteger(ReadCounted(bits >> 1), isUnsigned: true);
        return (bits & 1) == 1 ? -magnitude : magnitude;
    }

    private string ReadString(byte tag)
    {
        var bytes = ReadBytes(ReadVarint());
        _budget.SpendText(tag == V8Tag.TwoByteString ? bytes.Length / 2 : bytes.Length);
        return tag switch
        {
            V8Tag.OneByteString => Encoding.Latin1.GetString(bytes),
            // As the other encodings do, with U+FFFD for a lone surrogate.
            V8Tag.TwoByteString when bytes.Length % 2 == 0 => Encoding.Unicode.GetString(bytes),
            V8Tag.TwoByteString => throw new FormatException("A string ends in the middle of a character."),
            V8Tag.Utf8String => Encoding.UTF8.GetString(bytes),
            _ => throw new FormatException($"Expected a string, but found the tag '{(char)tag}'."),
        };
    }

    /// <summary>
    /// Reads a number, which becomes an <see cref="int"/> if it is a whole number of 32 bits, however V8 stored it.
    /// </summary>
    private object ReadNumber(byte tag)
    {
        switch (tag)
        {
            case V8Tag.Int32:
                return ReadZigZag();
            case V8Tag.UInt32:
                return Whole(ReadVarint());
            default:
                return Whole(ReadDouble());
        }
    }

    private static object Whole(double number)
    {
        var whole = (int)number;
        // Not the negative zero, which an int can't represent.
        return whole == number && (whole != 0 || !double.IsNegative(number)) ? (object)whole : number;
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

        throw new FormatException("A number doesn't end.");
    }

    private double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(8));

    /// <summary>Reads bytes that are kept unchanged.</summary>
    private ReadOnlySpan<byte> ReadCounted(uint count)
    {
        var part = ReadBytes(count);
        _budget.Spend(24 + part.Length);
        return part;
    }

    private byte ReadByte() => ReadBytes(1)[0];

    private ReadOnlySpan<byte> ReadBytes(uint count)
    {
        if (count > (uint)(_bytes.Length - _position))
        {
            throw new FormatException("A message ends too early.");
        }

        var part = _bytes.Slice(_position, (int)count);
        _position += (int)count;
        return part;
    }
}
