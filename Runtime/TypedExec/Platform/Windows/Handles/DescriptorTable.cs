using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TypedExec.Platform.Windows.Handles;

/// <summary>
/// How the C runtime of Windows hands descriptors down to a child, and libuv with it: in <c>STARTUPINFO.lpReserved2</c> stand
/// their number in 32 bits, a byte of flags for each, and then a handle for each.
/// </summary>
internal static class DescriptorTable
{
    /// <summary>The descriptor is open.</summary>
    public const byte IsOpen = 0x1;

    /// <summary>It is a pipe.</summary>
    public const byte IsPipe = 0x8;

    /// <summary>It is a device: a console, or the null device.</summary>
    public const byte IsDevice = 0x40;

    /// <summary>The limit of the older C runtime of Windows (msvcrt). The newer one has room for more.</summary>
    public const int MaxCount = 2048;

    /// <summary>The table of a child.</summary>
    public static byte[] ToBytes(ReadOnlySpan<ChildHandle> handles)
    {
        var table = new byte[Size(handles.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(table, handles.Length);
        for (var i = 0; i < handles.Length; i++)
        {
            table[sizeof(int) + i] = handles[i].Flags;
            MemoryMarshal.Write(table.AsSpan(HandleAt(handles.Length, i)), handles[i].Value);
        }

        return table;
    }

    /// <summary>Finds the handle of an open descriptor. Returns false if the table is invalid or doesn't contain it.</summary>
    public static bool TryGetHandle(ReadOnlySpan<byte> table, int descriptor, out nint handle)
    {
        handle = -1;
        if (table.Length < sizeof(int) || BinaryPrimitives.ReadInt32LittleEndian(table) is var count
            && (descriptor < 0 || descriptor >= count || count > ushort.MaxValue || table.Length < Size(count)))
        {
            return false;
        }

        handle = MemoryMarshal.Read<nint>(table[HandleAt(count, descriptor)..]);
        return (table[sizeof(int) + descriptor] & IsOpen) != 0 && handle is not (0 or -1 or -2);
    }

    private static int Size(int count) => HandleAt(count, count);

    private static unsafe int HandleAt(int count, int index) => sizeof(int) + count + index * sizeof(nint);
}
