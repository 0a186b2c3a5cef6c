using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace TypedExec.Ipc.V8;

/// <content>Dates, numbers and strings.</content>
internal sealed partial class V8Writer
{
    /// <summary>JavaScript's <c>Number.MAX_SAFE_INTEGER</c>.</summary>
    private const decimal MaxSafeInteger = 9007199254740991m;

    private void WriteDate(DateTimeOffset date)
    {
        WriteByte(V8Tag.Date);
        WriteRawDouble((date - DateTimeOffset.UnixEpoch).TotalMilliseconds);
    }

    private void WriteBigInt(BigInteger number)
    {
        var magnitude = BigInteger.Abs(number).ToByteArray(isUnsigned: true);
        // V8's digits have 64 bits; zero has none.
        var length = number.IsZero ? 0 : (magnitude.Length + 7) / 8 * 8;
        WriteByte(V8Tag.BigInt);
        WriteVarint((uint)length << 1 | (number.Sign < 0 ? 1u : 0u));
        var digits = new byte[length];
        if (length > 0)
        {
            magnitude.CopyTo(digits, 0);
        }

        _buffer.Write(digits);
    }

    private void WriteString(string text)
    {
        text = Surrogates.Repaired(text);
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF'))
        {
            WriteByte(V8Tag.OneByteString);
            WriteVarint((uint)text.Length);
            _ = Encoding.Latin1.GetBytes(text, _buffer);
            return;
        }

        var length = (uint)text.Length * 2;
        if ((_buffer.WrittenCount + 1 + VarintLength(length)) % 2 != 0)
        {
            // V8 requires the characters at an even position.
            WriteByte(V8Tag.Padding);
        }

        WriteByte(V8Tag.TwoByteString);
        WriteVarint(length);
        _ = Encoding.Unicode.GetBytes(text, _buffer);
    }

    private void WriteInt32(int value)
    {
        WriteByte(V8Tag.Int32);
        WriteVarint((uint)((value << 1) ^ (value >> 31)));
    }

    /// <summary>Writes a whole number of 32 bits as V8 stores it.</summary>
    private void WriteDouble(double value)
    {
        var whole = (int)value;
        if (whole == value && (whole != 0 || !double.IsNegative(value)))
        {
            WriteInt32(whole);
            return;
        }

        WriteByte(V8Tag.Double);
        WriteRawDouble(value);
    }

    /// <summary>Writes a number if JavaScript's are exact, otherwise a big integer.</summary>
    private void WriteWhole(decimal number)
    {
        if (Math.Abs(number) <= MaxSafeInteger)
        {
            WriteDouble((double)number);
        }
        else
        {
            WriteBigInt(new BigInteger(number));
        }
    }

    /// <exception cref="ArgumentException">JavaScript's number has fewer digits.</exception>
    private void WriteDecimal(decimal number)
    {
        var nearest = (double)number;
        if ((decimal)nearest != number)
        {
            throw new ArgumentException(
                $"A message can't contain the decimal {number.ToString(CultureInfo.InvariantCulture)}, which isn't a JavaScript number. Send it as a string.", nameof(number));
        }

        WriteDouble(nearest);
    }

    private void WriteRawDouble(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
    }

    private void WriteVarint(uint value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    private static int VarintLength(uint value)
    {
        var length = 1;
        while ((value >>= 7) != 0)
        {
            length++;
        }

        return length;
    }

    private void WriteByte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }
}
