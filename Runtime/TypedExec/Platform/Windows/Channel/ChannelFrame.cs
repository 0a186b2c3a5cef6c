using System.Buffers.Binary;

namespace TypedExec.Platform.Windows.Channel;

/// <summary>
/// The header that libuv puts before each piece of data on a channel of Windows (uv__ipc_frame_header_t of its src/win/pipe.c):
/// four little-endian numbers of 32 bits, which are flags, one that is ignored, the length of the data, and zero.
/// </summary>
/// <param name="Length">How many bytes of data follow.</param>
/// <param name="HasSocket">Whether a socket description precedes the data.</param>
internal readonly record struct ChannelFrame(uint Length, bool HasSocket)
{
    public const int HeaderSize = 16;

    /// <summary>The size of the socket description (uv__ipc_socket_xfer_info_t).</summary>
    public const int SocketSize = 632;

    /// <summary>The size of the <c>WSAPROTOCOL_INFOW</c> at its start.</summary>
    public const int ProtocolInfoSize = 628;

    private const uint DataFlag = 0x1;
    private const uint SocketFlag = 0x2;
    private const uint ConnectionFlag = 0x4;

    /// <summary>Writes the header for this many bytes of data.</summary>
    public static void WriteHeader(Span<byte> header, int length)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, DataFlag);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], (uint)length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], 0);
    }

    /// <summary>Reads a whole header. Returns false if libuv would reject it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> header, out ChannelFrame frame)
    {
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(header);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        var reserved = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        frame = new ChannelFrame(length, (flags & SocketFlag) != 0);
        return (flags & ~(DataFlag | SocketFlag | ConnectionFlag)) == 0
            && (flags & (SocketFlag | ConnectionFlag)) != ConnectionFlag
            && ((flags & DataFlag) != 0 || length == 0)
            && reserved == 0;
    }
}
