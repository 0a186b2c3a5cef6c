using System.Runtime.InteropServices;
using System.Text;

namespace TypedExec.IO;

/// <summary>
/// How lines end in an encoding: <c>\n</c>, <c>\r\n</c> or <c>\r</c>, as one, two or four bytes each. Lines are cut before they
/// are decoded, so that the bytes after a line are still there for the next reader.
/// </summary>
internal sealed class LineEnds
{
    public static readonly LineEnds Utf8 = new("\n"u8.ToArray(), "\r"u8.ToArray());

    private readonly byte[] _lineFeed;
    private readonly byte[] _return;

    private LineEnds(byte[] lineFeed, byte[] carriageReturn)
    {
        _lineFeed = lineFeed;
        _return = carriageReturn;
    }

    /// <summary>Gets the number of bytes in a line ending. Lines are aligned to a multiple of it.</summary>
    public int Size => _lineFeed.Length;

    public static LineEnds From(Encoding encoding)
    {
        if (encoding is UTF8Encoding)
        {
            return Utf8;
        }

        var (lineFeed, carriageReturn) = (encoding.GetBytes("\n"), encoding.GetBytes("\r"));
        return lineFeed.Length == carriageReturn.Length && lineFeed.Length is 1 or 2 or 4 ? new LineEnds(lineFeed, carriageReturn) : Utf8;
    }

    /// <summary>Returns the position of the first line ending, or -1.</summary>
    public int IndexIn(ReadOnlySpan<byte> bytes) => Size switch
    {
        2 => 2 * IndexIn<ushort>(bytes),
        4 => 4 * IndexIn<uint>(bytes),
        _ => bytes.IndexOfAny(_lineFeed[0], _return[0]),
    } is >= 0 and var index ? index : -1;

    public bool StartsWithLineFeed(ReadOnlySpan<byte> bytes) => bytes.StartsWith(_lineFeed);

    private int IndexIn<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged, IEquatable<T>
        => MemoryMarshal.Cast<byte, T>(bytes[..(bytes.Length / Size * Size)])
            .IndexOfAny(MemoryMarshal.Read<T>(_lineFeed), MemoryMarshal.Read<T>(_return));
}
